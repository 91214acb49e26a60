import type { EventLog, Head } from '@daero/domain/event-log';
import type { SiteId } from '@daero/domain/identity';
import { fail, succeed, type Result } from '@daero/domain/result';
import { emptyChain, follow } from './chain.ts';
import type { Sha256 } from './check.ts';

export type LogCut = {
  readonly kind: 'log-cut';
  readonly site: SiteId;
  readonly expected: number;
  readonly found: number;
};

/**
 * Walks a site's chain and computes every hash again. A changed, missing, added or moved event is named by its position.
 * A log that lost its last events is a whole, shorter chain: only someone who kept an earlier head (`known`) can tell.
 * `from` is a head that was verified before; the walk then begins after it.
 */
export async function verifyChain(
  log: EventLog,
  site: SiteId,
  sha256: Sha256,
  options: { readonly known?: Head; readonly from?: Head } = {},
): Promise<Result<Head>> {
  const { known, from } = options;
  let end: Head = from ?? { position: emptyChain.position, hash: emptyChain.hash };
  let knownSeen = known === undefined || (known.position === end.position && known.hash === end.hash);
  for (;;) {
    const page = await log.read({ site, after: end.position, limit: 5000 });
    if (!page.ok) return page;
    for (const event of page.value.events) {
      const next = follow(end, event, sha256);
      if (!next.ok) return next;
      end = next.value;
      knownSeen ||= known?.position === end.position && known.hash === end.hash;
    }
    if (page.value.next === null) break;
  }
  if (known !== undefined && !knownSeen) {
    return fail({ kind: 'log-cut', site, expected: known.position, found: end.position } satisfies LogCut);
  }
  return succeed(end);
}
