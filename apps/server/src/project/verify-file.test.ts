import './own-home.test-fixture.ts';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeZip } from '@daero/bundle/canonical-zip';
import { canonicalJson } from '@daero/domain/canonical';
import { outputName } from '@daero/evidence/bundle/chain-file';
import fc from 'fast-check';
import { beforeAll, describe, expect, it, test } from 'vitest';
import {
  chainIn,
  findingsOf,
  isSound,
  jsonOf,
  opened,
  putChain,
  putOutput,
  putText,
  resealed,
  rewriteChain,
  textOf,
  verdictOn,
  type Files,
} from './forgery.test-fixture.ts';
import { built, openCells, smallCells } from './repository.test-fixture.ts';

let open: Uint8Array;
let closed: Uint8Array;
beforeAll(async () => {
  const bundleOf = async (folder: string): Promise<Uint8Array> =>
    readFile((await built(folder)).bundle ?? join(folder, 'no bundle'));
  open = await bundleOf(await openCells());
  closed = await bundleOf(await smallCells());
});

describe('a bundle as it was built', () => {
  test('of open data: every byte, every node and number again but the file itself', async () => {
    const verdict = await verdictOn(open);
    if (verdict === 'unreadable') throw new Error(verdict);
    expect(findingsOf(verdict)).toEqual([]);
    expect(verdict.rederived).toMatchObject({
      nodes: chainIn(opened(open)).nodes.length - 1,
      atTheSiteOnly: 1,
      otherCode: 0,
    });
    expect(verdict.rederived.numbers).toBeGreaterThan(1000);
    expect(verdict.signer.fingerprint).toMatch(/^[0-9a-f]{64}$/);
  });

  test('of data that must not leave: what is withheld is counted, the rest derived again', async () => {
    const verdict = await verdictOn(closed);
    if (verdict === 'unreadable') throw new Error(verdict);
    expect(findingsOf(verdict)).toEqual([]);
    const kept = chainIn(opened(closed)).nodes.filter(({ travels }) => travels !== 'whole').length;
    expect(kept).toBeGreaterThan(2);
    expect(verdict.rederived.atTheSiteOnly).toBeGreaterThanOrEqual(kept);
    expect(verdict.rederived.nodes).toBeGreaterThan(5);
  });

  test('sealed again by another key holds, with another signer', async () => {
    const verdict = await verdictOn(resealed(opened(open)));
    const first = await verdictOn(open);
    if (verdict === 'unreadable' || first === 'unreadable') throw new Error('unreadable');
    expect(findingsOf(verdict)).toEqual([]);
    expect(verdict.signer.fingerprint).not.toBe(first.signer.fingerprint);
  });
});

describe('one byte changed anywhere is found', () => {
  const flipped = (bytes: Uint8Array, at: number, mask: number): Uint8Array =>
    bytes.map((byte, place) => (place === at ? byte ^ mask : byte));

  test('at any place of the file', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat({ max: closed.length - 1 }),
        fc.integer({ min: 1, max: 255 }),
        async (at, mask) => {
          expect(isSound(await verdictOn(flipped(closed, at, mask)))).toBe(false);
        },
      ),
      { numRuns: 60 },
    );
  });

  test('in the headers between the files, in the list of files at the end, and in the signature', async () => {
    const signature = Buffer.from(closed).indexOf('"algorithm"') - 1;
    const centre = Buffer.from(closed).indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
    const end = closed.length - 22;
    const header = Array.from({ length: 15 }, (_, at) => 2 * at);
    const places = [
      ...[...header, ...header.map((at) => centre + at)],
      ...header.slice(0, 11).map((at) => end + at),
    ];
    for (const at of [...places, signature + 20, signature + 60, signature + 200, closed.length - 1]) {
      expect(isSound(await verdictOn(flipped(closed, at, 1))), `byte ${at}`).toBe(false);
    }
  });

  test('and so is a byte more or a byte less', async () => {
    const joined = (...parts: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts));
    const one = new Uint8Array(1);
    for (const bytes of [joined(closed, one), joined(one, closed), closed.slice(0, -1), closed.slice(1)])
      expect(isSound(await verdictOn(bytes))).toBe(false);
    expect(await verdictOn(new Uint8Array())).toBe('unreadable');
  });
});

test('every file that is taken away is named', async () => {
  for (const name of opened(closed).keys()) {
    const files = opened(closed);
    files.delete(name);
    const verdict = await verdictOn(writeZip(files));
    expect(isSound(verdict), name).toBe(false);
    expect(findingsOf(verdict).join('\n')).toContain(name);
  }
});

describe('a file that is laid beside', () => {
  it.each(['notes.txt', 'outputs/more.json', 'constructor', 'toString'])('%s', async (name) => {
    const files = opened(closed).set(name, new Uint8Array([1]));
    const verdict = await verdictOn(writeZip(files));
    expect(findingsOf(verdict)).toEqual([`${name}: is not in the manifest`]);
  });

  it.each(['../above.txt', '/root.txt', 'a/../../b', '..\\above.txt'])(
    'and leads out of the folder: %s',
    async (name) => {
      expect(await verdictOn(resealed(opened(closed).set(name, new Uint8Array([1]))))).toBe('unreadable');
    },
  );
});

/** Where somebody lies with full power: the manifest lists the lie and the signature is true, by their own key. */
type Lie = { readonly name: string; readonly found: RegExp; readonly tell: (files: Files) => void };

const node =
  (id: string, over: Readonly<Record<string, unknown>>) =>
  (files: Files): void => {
    const chain = chainIn(files);
    putChain(files, {
      ...chain,
      nodes: chain.nodes.map((one) => (one.id === id ? { ...one, ...over } : one)),
    });
  };
const addToPlan =
  (from: string, to: string) =>
  (files: Files): void =>
    putText(files, 'plan.yaml', (text) => text.replace(from, to));
const deathIn = (files: Files): string =>
  String((jsonOf(files, 'estimates.json') as { value: number }[])[0]?.value);

const lies: readonly Lie[] = [
  {
    name: 'a number in the HTML',
    found: /^dossier-en\.html: is not the document of the chain/m,
    tell: (files) => putText(files, 'dossier-en.html', (html) => html.replace('95%', '99%')),
  },
  {
    name: 'a number in the HTML and in the output that it comes from',
    found: /^document:en: html: .*99%.*95%/m,
    tell: (files) => {
      putText(files, 'dossier-en.html', (html) => html.replace('95%', '99%'));
      putOutput(files, 'document:en', (text) => text.replace('95%', '99%'));
    },
  },
  {
    name: 'an estimate',
    found: /^estimate:death: estimate\.value: the bundle says 0\.01\b/m,
    tell: (files) =>
      putOutput(files, 'estimate:death', (text) => text.replace(/"value":[\d.]+/, '"value":0.01')),
  },
  {
    name: 'an estimate in the tenth digit',
    found: /^estimate:death: /m,
    tell: (files) =>
      putOutput(files, 'estimate:death', (text) =>
        text.replace(/"value":([\d.]+)/, (_, value) => `"value":${Number(value) + 2e-9}`),
      ),
  },
  {
    name: 'a row of estimates.json alone',
    found: /^estimates\.json: 0\.value: the bundle says 0\.01/m,
    tell: (files) => putText(files, 'estimates.json', (text) => text.replace(deathIn(files), '0.01')),
  },
  {
    name: 'the words of a claim',
    found: /^claim:C-01: /m,
    tell: (files) => putOutput(files, 'claim:C-01', (text) => text.replace('Death overall', 'Death nowhere')),
  },
  {
    name: 'where the data came from',
    found: /^source:people: could not be derived again: it is not the file/m,
    tell: (files) =>
      putOutput(files, 'source:people', (text) => text.replace('"origin":"file"', '"origin":"generated"')),
  },
  {
    name: 'how many rows a snapshot has',
    found: /^snapshot:people: rows: the bundle says 9201/m,
    tell: (files) => putOutput(files, 'snapshot:people', (text) => text.replace('"rows":201', '"rows":9201')),
  },
  {
    name: 'a snapshot by another file of the same name',
    found: /^snapshot:people: could not be derived again/m,
    tell: (files) => {
      const name = [...files.keys()].find((one) => one.endsWith('.parquet')) ?? '';
      files.set(
        name,
        (files.get(name) ?? new Uint8Array()).map((byte, at) => (at === 300 ? byte ^ 1 : byte)),
      );
    },
  },
  {
    name: 'no snapshot at all',
    found: /^snapshot:people: could not be derived again: its rows are missing/m,
    tell: (files) => files.forEach((_, name) => name.endsWith('.parquet') && files.delete(name)),
  },
  {
    name: 'a plan that reads otherwise',
    found: /^analysis:death-rate: recipe\.settings\.level/m,
    tell: addToPlan(
      '    names: { proportion: death }',
      '    settings: { level: 0.9 }\n    names: { proportion: death }',
    ),
  },
  {
    name: 'a plan with another claim',
    found: /^chain\.json: nodes\.\d+: the bundle says claim:C-03, .*claim:C-04/m,
    tell: addToPlan('id: C-03', 'id: C-04'),
  },
  { name: 'a plan that is none', found: /^plan\.yaml: /m, tell: addToPlan('indication', 'indicatoin') },
  {
    name: 'a lock that was never made',
    found: /^plan\.yaml: .*plan\.lock\.json|^plan\.lock\.json/m,
    tell: (files) => files.set('plan.lock.json', new TextEncoder().encode('{"locked":true}')),
  },
  {
    name: 'another model',
    found: /^parameter:c_event: recipe\.definition/m,
    tell: (files) => putText(files, 'model.json', (text) => text.replace('"mean":1000', '"mean":900')),
  },
  {
    name: 'an analysis by other settings than the plan, with every hash above it made right',
    found: /^analysis:death-rate: recipe\.settings\.level: the bundle says 0\.9, its plan makes it 0\.95/m,
    tell: (files) =>
      rewriteChain(files, (one) =>
        one.id === 'analysis:death-rate'
          ? {
              ...one,
              recipe: JSON.parse(
                canonicalJson(one.recipe).replace('"level":0.95', '"level":0.9'),
              ) as typeof one.recipe,
            }
          : one,
      ),
  },
  {
    name: 'a hash',
    found: /^estimate:death: its hash is not that of its recipe and inputs/m,
    tell: node('estimate:death', { hash: 'a'.repeat(64) }),
  },
  {
    name: 'a node said to have failed',
    found: /^estimate:death: a bundle cannot hold it as failed/m,
    tell: node('estimate:death', { state: 'failed' }),
  },
  {
    name: 'a node said to be withheld',
    found: /^document:en: a bundle cannot hold it as built, at the site only/m,
    tell: node('document:en', { travels: 'at the site only' }),
  },
  {
    name: 'open data said to be closed',
    found: /^analysis:death-rate: smallestCell/m,
    tell: node('analysis:death-rate', { smallestCell: 10, travels: 'disclosed part' }),
  },
  {
    name: 'a kind that is not looked at again',
    found: /^estimate:death: kind: the bundle says source/m,
    tell: node('estimate:death', { kind: 'source' }),
  },
  {
    name: 'nodes in an order in which nothing can be derived',
    found: /^chain\.json: nodes\.0/m,
    tell: (files) => putChain(files, { ...chainIn(files), nodes: [...chainIn(files).nodes].reverse() }),
  },
  {
    name: 'a node twice',
    found: /^chain\.json: nodes/m,
    tell: (files) =>
      putChain(files, { ...chainIn(files), nodes: chainIn(files).nodes.flatMap((one) => [one, one]) }),
  },
  {
    name: 'no nodes',
    found: /^chain\.json: nodes/m,
    tell: (files) => putChain(files, { ...chainIn(files), nodes: [] }),
  },
  {
    name: 'the lineage',
    found: /^prov\.json: /m,
    tell: (files) => putText(files, 'prov.json', (text) => text.replace('estimate:death', 'estimate:life')),
  },
  {
    name: 'the description of the crate',
    found: /^ro-crate-metadata\.json: /m,
    tell: (files) =>
      putText(files, 'ro-crate-metadata.json', (text) => text.replace('Daero tests', 'Ministry')),
  },
  {
    name: 'a file more in the manifest',
    found: /^ro-crate-metadata\.json: /m,
    tell: (files) => files.set('approval.pdf', new Uint8Array([1])),
  },
];

describe.concurrent('a lie, listed and signed by another key, is named', () => {
  it.each(lies)('$name', async ({ found, tell }) => {
    const files = opened(open);
    tell(files);
    const verdict = await verdictOn(resealed(files));
    if (verdict === 'unreadable') throw new Error(verdict);
    expect(verdict.intact.findings).toEqual([]);
    expect(isSound(verdict)).toBe(false);
    expect(findingsOf(verdict).join('\n')).toMatch(found);
  });

  test('also where some of the data are withheld: the numbers that are shown', async () => {
    const files = opened(closed);
    putOutput(files, 'estimate:death', (text) => text.replace(/"value":[\d.]+/, '"value":0.01'));
    expect(findingsOf(await verdictOn(resealed(files))).join('\n')).toMatch(
      /^estimate:death: estimate\.value/m,
    );
    const again = opened(closed);
    putText(again, 'dossier-ko.html', (html) => html.replace('95%', '99%'));
    expect(findingsOf(await verdictOn(resealed(again)))).toEqual([
      'dossier-ko.html: is not the document of the chain',
    ]);
  });
});

describe('who signed', () => {
  test('one of those trusted, another, or nobody was asked for', async () => {
    const verdict = await verdictOn(closed);
    const own = verdict === 'unreadable' ? '' : (verdict.signer.fingerprint ?? '');
    const other = 'b'.repeat(64);
    expect([isSound(await verdictOn(closed, [own])), isSound(await verdictOn(closed, [other, own]))]).toEqual(
      [true, true],
    );
    expect(isSound(await verdictOn(closed, [other]))).toBe(false);
    expect(isSound(await verdictOn(resealed(opened(closed)), [own]))).toBe(false);
  });

  test('a signature of another manifest, or in the name of another key, is none', async () => {
    const other = opened(resealed(opened(closed)));
    const [mixed, renamed] = [opened(closed), opened(closed)];
    mixed.set('signature.json', other.get('signature.json') ?? new Uint8Array());
    putText(renamed, 'signature.json', (text) =>
      text.replace(/"fingerprint":"[0-9a-f]{64}"/, `"fingerprint":"${'b'.repeat(64)}"`),
    );
    expect(isSound(await verdictOn(writeZip(mixed)))).toBe(
      // Same manifest, other true key: it signs what it says, and is only another signer.
      textOf(mixed, 'manifest.json') === textOf(other, 'manifest.json'),
    );
    expect(findingsOf(await verdictOn(writeZip(renamed)))).toContain(
      'signature.json: does not sign this manifest',
    );
  });
});

test('outputs lie under the hash of their node', () => {
  const files = opened(open);
  for (const { hash, travels } of chainIn(files).nodes)
    expect(files.has(outputName(hash))).toBe(travels !== 'at the site only');
});
