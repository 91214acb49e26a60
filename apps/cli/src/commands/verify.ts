import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { holds, type Verdict } from '@daero/evidence/bundle/verify';
import { verifyFile } from '@daero/server/project/verify-file';
import { failed, print, printError, type Command } from '../terminal.ts';

/** daero verify <bundle.zip> [--signer fingerprint]... [--trusted file] [--json] */
export const verifyCommand: Command = async (args) => {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      signer: { type: 'string', multiple: true, default: [] },
      trusted: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  });
  const trusted = await trustedKeys(values.signer, values.trusted);
  if (trusted === null) {
    printError({
      ko: `믿는 열쇠 파일을 읽을 수 없습니다: ${values.trusted}`,
      en: `The file of trusted keys cannot be read: ${values.trusted}`,
    });
    return 2;
  }
  const verdict = await verifyFile(positionals[0] ?? '', trusted);
  if (!verdict.ok) return failed(verdict.fault, values.json);
  if (values.json) print(JSON.stringify({ ok: holds(verdict.value), ...verdict.value }));
  else tell(verdict.value, trusted.length > 0);
  return holds(verdict.value) ? 0 : 1;
};

/** One fingerprint a line; what follows it on the line is for people, and `#` begins a comment. */
async function trustedKeys(
  named: readonly string[],
  file: string | undefined,
): Promise<readonly string[] | null> {
  if (file === undefined) return named.map((fingerprint) => fingerprint.toLowerCase());
  try {
    const lines = (await readFile(file, 'utf8'))
      .split('\n')
      .map((line) => line.replace(/#.*/, '').trim().split(/\s+/)[0] ?? '');
    const keys = [...named, ...lines.filter((line) => line !== '')].map((fingerprint) =>
      fingerprint.toLowerCase(),
    );
    // An empty file of trusted keys trusts nobody; it must not come to mean that nobody was asked for.
    return keys.length === 0 ? ['nobody'] : keys;
  } catch {
    return null;
  }
}

function tell({ intact, signer, rederived }: Verdict, asked: boolean): void {
  const mark = (fine: boolean): string => (fine ? '✓' : '✕');
  print({
    ko: `${mark(intact.findings.length === 0)} 온전: 파일 ${intact.files}개`,
    en: `${mark(intact.findings.length === 0)} intact: ${intact.files} files`,
  });
  for (const { where, what } of intact.findings) print(`    ${where}: ${what}`);
  const fingerprint = signer.fingerprint ?? '—';
  print(
    asked
      ? {
          ko: `${mark(signer.known)} 서명한 이: ${fingerprint}`,
          en: `${mark(signer.known)} signer: ${fingerprint}`,
        }
      : { ko: `· 서명한 이: 모름(unknown) ${fingerprint}`, en: `· signer: unknown ${fingerprint}` },
  );
  print({
    ko: `${mark(rederived.findings.length === 0)} 재산출: 단계 ${rederived.nodes}, 수 ${rederived.numbers} · 기관 안에만 있는 단계 ${rederived.atTheSiteOnly}`,
    en: `${mark(rederived.findings.length === 0)} re-derived: ${rederived.nodes} nodes, ${rederived.numbers} numbers · at the site only: ${rederived.atTheSiteOnly} nodes`,
  });
  if (rederived.otherCode > 0) {
    print({
      ko: `    다른 코드 판으로 다시 구한 단계 ${rederived.otherCode}`,
      en: `    ${rederived.otherCode} nodes were derived with another version of the code`,
    });
  }
  for (const { where, what } of rederived.findings) print(`    ${where}: ${what}`);
}
