import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { fail, succeed, type Result } from '@daero/domain/result';
import { isoDate, type IsoDate } from '@daero/domain/time';
import { checkForm, readDocument } from '@daero/evidence/plan/document';
import { caseFileSchema, reportOf, type CaseReport } from '@daero/pathway/forecast/case-file';
import { readJurisdiction } from '@daero/pathway/jurisdiction/read-jurisdiction';
import { rulesOn, type Rules } from '@daero/pathway/jurisdiction/rules';
import type { Jurisdiction } from '@daero/pathway/jurisdiction/schema';
import { readFacts } from '@daero/pathway/routes/facts';
import { whichRoutes, type RouteAnswer } from '@daero/pathway/routes/which-routes';
import { failed, language, print, printError, type Command } from '../terminal.ts';
import { tellForecast } from './pathway-forecast.ts';
import { tellRoutes } from './pathway-routes.ts';

/**
 * daero pathway routes <country> [--on day] [--fact name=value]... [--json]
 * daero pathway forecast <case file> [--json]
 * daero pathway check <jurisdiction file> [--json]
 */
export const pathwayCommand: Command = async (args) => {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      on: { type: 'string' },
      fact: { type: 'string', multiple: true, default: [] },
      json: { type: 'boolean', default: false },
    },
  });
  const [what, named] = positionals;
  if (named === undefined || (what !== 'routes' && what !== 'forecast' && what !== 'check')) {
    printError({
      ko: 'daero pathway routes <나라>, daero pathway forecast <건 파일>, daero pathway check <제도 파일>로 적습니다.',
      en: 'It is written daero pathway routes <country>, daero pathway forecast <case file> or daero pathway check <jurisdiction file>.',
    });
    return 2;
  }
  if (what === 'forecast') {
    const report = await reportFrom(named);
    if (!report.ok) return failed(report.fault, values.json);
    const { state: _state, ...shown } = report.value;
    if (values.json) print(JSON.stringify({ ok: true, ...shown }));
    else tellForecast(report.value);
    return 0;
  }
  if (what === 'check') {
    const checked = await jurisdictionFrom(named);
    if (!checked.ok) return failed(checked.fault, values.json);
    const { jurisdiction, asOf, stages, routes, sources } = checked.value;
    const counts = {
      ...{ jurisdiction, asOf, stages: stages.length, routes: routes.length },
      sources: Object.keys(sources).length,
    };
    if (values.json) print(JSON.stringify({ ok: true, ...counts }));
    else
      print(
        language === 'ko'
          ? `${jurisdiction} ${asOf}: 단계 ${counts.stages}, 경로 ${counts.routes}, 출처 ${counts.sources}. 모든 이름이 이어지고 모든 진술에 출처나 미확인 표시가 있습니다.`
          : `${jurisdiction} ${asOf}: ${counts.stages} stages, ${counts.routes} routes, ${counts.sources} sources. Every name resolves, and every statement has a source or is marked as unverified.`,
      );
    return 0;
  }
  const on = dayFrom(values.on);
  const facts = factsFrom(values.fact);
  if (on === null || facts === null) {
    printError({
      ko: '--on은 2026-11-22처럼, --fact는 이름=yes, 이름=no 또는 이름=수로 적습니다.',
      en: '--on is written 2026-11-22, and --fact name=yes, name=no or name=number.',
    });
    return 2;
  }
  const found = routesFor(named, on, facts);
  if (!found.ok) return failed(found.fault, values.json);
  const { rules, routes } = found.value;
  if (values.json)
    print(JSON.stringify({ ok: true, jurisdiction: rules.code, version: rules.version, on, routes }));
  else tellRoutes(rules, on, routes);
  return 0;
};

function routesFor(
  code: string,
  on: IsoDate,
  given: Readonly<Record<string, number>>,
): Result<{ readonly rules: Rules; readonly routes: readonly RouteAnswer[] }> {
  const rules = rulesOn(code, on);
  if (!rules.ok) return rules;
  const facts = readFacts(code, given);
  return facts.ok
    ? succeed({ rules: rules.value, routes: whichRoutes(rules.value, on, facts.value) })
    : facts;
}

async function reportFrom(file: string): Promise<Result<CaseReport>> {
  const text = await textOf(file);
  if (!text.ok) return text;
  const document = readDocument(file, text.value);
  if (!document.ok) return document;
  const form = checkForm(document.value, caseFileSchema);
  return form.ok ? reportOf(form.value) : form;
}

async function jurisdictionFrom(file: string): Promise<Result<Jurisdiction>> {
  const text = await textOf(file);
  if (!text.ok) return text;
  try {
    return readJurisdiction(JSON.parse(text.value), basename(file));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return fail({ kind: 'jurisdiction-form', file: basename(file), path: '/', reason });
  }
}

async function textOf(file: string): Promise<Result<string>> {
  try {
    return succeed(await readFile(file, 'utf8'));
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : 'unreadable';
    return fail({ kind: 'case-file-unreadable', file, reason });
  }
}

/** The day asked for, or today in Korea; null where it is no day. */
function dayFrom(asked: string | undefined): IsoDate | null {
  try {
    return isoDate(asked ?? new Date(Date.now() + 9 * 3_600_000).toISOString().slice(0, 10));
  } catch {
    return null;
  }
}

const answers: Readonly<Record<string, number>> = { yes: 1, no: 0, 예: 1, 아니요: 0 };

function factsFrom(written: readonly string[]): Readonly<Record<string, number>> | null {
  const facts: Record<string, number> = {};
  for (const one of written) {
    const [name = '', value = ''] = one.split('=');
    const number = Object.hasOwn(answers, value) ? answers[value] : Number(value);
    if (name === '' || value === '' || number === undefined || Number.isNaN(number)) return null;
    facts[name] = number;
  }
  return facts;
}
