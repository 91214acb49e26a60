import type { ResearchResult } from '@daero/economics/analyses/research';
import type { ValueOfInformationShape } from '@daero/domain/shape';
import { formatMoney } from '@daero/domain/format/money';
import { formatCount, formatNumber, trimZeros } from '@daero/domain/format/number';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useWords } from '../i18n.ts';
import { Glyph } from '../figure/glyph.tsx';
import { Empty, Failed, Loading } from '../parts/blank.tsx';
import { PlotFrame } from '../plot/plot-frame.tsx';
import type { DesignSearch } from '../study-designer/search.ts';
import type { Answered } from './engine-client.ts';
import type { Computed } from './engine.ts';
import { designOf, designOfParameter, type MeasuredShare } from './evidence-design.ts';
import { printParameter } from './further-tables.tsx';
import { Part, TableFrame } from './part.tsx';

/** Which further evidence is worth collecting: parameters by what knowing them is worth, studies by what they keep after their cost. */
export function EvidencePart({
  computed,
  research,
  computing,
  product,
  peopleAYear,
  demonstration,
}: {
  readonly computed: Computed;
  readonly research: Answered<ResearchResult | null> | null;
  readonly computing: boolean;
  readonly product: string;
  readonly peopleAYear: number | null;
  readonly demonstration: boolean;
}): ReactElement {
  const { say, text } = useWords();
  const found = computed.output.shapes.find(
    (shape): shape is ValueOfInformationShape => shape.shape === 'value-of-information',
  );
  const studies = research?.ok === true ? research.value : null;
  return (
    <>
      <Part id="evidence-ranking" title={say('evidence.ranking')}>
        {found === undefined ? (
          computing ? (
            <Loading rows={6} what={say('evidence.ranking')} />
          ) : (
            <Empty what={say('evidence.ranking')} why={say('evidence.few')} />
          )
        ) : (
          <Ranking
            found={found}
            computed={computed}
            studies={studies}
            product={product}
            peopleAYear={peopleAYear}
          />
        )}
      </Part>
      <Part id="evidence-studies" title={say('evidence.studies')}>
        {research === null ? (
          <Loading rows={6} what={say('evidence.studies')} />
        ) : !research.ok ? (
          <Failed
            trouble={{
              happened: text(research.trouble.said),
              where: 'analyses.research',
              todo: null,
              code: research.trouble.kind,
            }}
          />
        ) : research.value === null ? (
          <Empty what={say('evidence.noStudies')} why={say('analyses.notAskedWhy', { field: 'research' })} />
        ) : (
          <Studies
            result={research.value}
            computed={computed}
            product={product}
            computing={computing}
            demonstration={demonstration}
          />
        )}
      </Part>
    </>
  );
}

const DesignLink = ({ search }: { readonly search: DesignSearch }): ReactElement => {
  const { say } = useWords();
  return (
    <Link to="/studies/design" search={search} className="near-link nowrap">
      <Glyph name="study" /> {say('evidence.design')}
    </Link>
  );
};

function Ranking({
  found,
  computed,
  studies,
  product,
  peopleAYear,
}: {
  readonly found: ValueOfInformationShape;
  readonly computed: Computed;
  readonly studies: ResearchResult | null;
  readonly product: string;
  readonly peopleAYear: number | null;
}): ReactElement {
  const { language, say, text } = useWords();
  const { priceYear } = found;
  const money = (amount: number): string => formatMoney({ amount, currency: 'KRW', priceYear }, language);
  const served = studies === null ? peopleAYear : studies.shape.population;
  const rows = [...found.parameters].sort((a, b) => b.value - a.value);
  const rowOf = (label: string) => computed.output.parameters.find((one) => one.label.en === label);
  const studyOf = (label: string): DesignSearch | null => {
    const at = studies?.shape.studies.findIndex(({ parameter }) => parameter.en === label) ?? -1;
    const [study, design] = [studies?.shape.studies[at], studies?.designs[at] ?? null];
    if (studies === null || study === undefined || design === null) return null;
    return designOf(design, { title: titleOf(study), product }, measuredIn(studies, at, computed));
  };
  const titleOf = (study: ResearchResult['shape']['studies'][number]): string => sizedTitle(study, say, text);
  return (
    <>
      <p className="t-dense">
        {say('evidence.why', { at: money(found.stated), perfect: money(found.perfect.value) })}
      </p>
      <TableFrame name={say('evidence.ranking')}>
        <thead>
          <tr>
            <th scope="col" className="num">
              {say('evidence.rank')}
            </th>
            <th scope="col">{say('analyses.parameter')}</th>
            <th scope="col" className="num">
              {say('evidence.now')}
            </th>
            <th scope="col" className="num">
              {say('evidence.each')}
            </th>
            <th scope="col" className="num">
              {say('evidence.error')}
            </th>
            {served !== null && (
              <th scope="col" className="num">
                {say(studies === null ? 'evidence.year' : 'evidence.all', {
                  n: formatCount(Math.round(served)),
                })}
              </th>
            )}
            <th scope="col">{say('evidence.design')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ parameter, state, value, standardError }, at) => {
            const row = rowOf(parameter.en);
            const names = { title: say('evidence.title', { parameter: text(parameter) }), product };
            const search =
              studyOf(parameter.en) ?? (row === undefined ? null : designOfParameter(row, names));
            return (
              <tr key={parameter.en}>
                <td className="num">{at + 1}</td>
                <th scope="row">
                  {text(parameter)}{' '}
                  <span className={`t-dense nowrap ${state === 'assumption' ? 'role-assumption' : 'quiet'}`}>
                    <Glyph name={state === 'assumption' ? 'assumption' : 'estimate'} />{' '}
                    {say(state === 'estimate' ? 'parameter.bound' : `parameter.${state}`)}
                  </span>
                </th>
                <td className="num nowrap">
                  {row === undefined ? '—' : printParameter(row.value)}
                  {row !== undefined && row.low !== null && row.high !== null && (
                    <span className="quiet">
                      {' '}
                      ({printParameter(row.low)}–{printParameter(row.high)})
                    </span>
                  )}
                </td>
                <td className="num">{money(value)}</td>
                <td className="num quiet">{standardError === null ? '—' : money(standardError)}</td>
                {served !== null && <td className="num">{money(value * served)}</td>}
                <td>
                  {value <= 0 ? (
                    <span className="quiet t-dense">{say('evidence.noGain')}</span>
                  ) : search === null ? (
                    <span className="quiet t-dense">{say('evidence.noDesign')}</span>
                  ) : (
                    <DesignLink search={search} />
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </TableFrame>
      <p className="t-dense quiet">{say('evidence.halved')}</p>
    </>
  );
}

/** What a study of a share would find in its best size; null where it measures something else, or no size pays. */
function measuredIn(
  { research, shape }: ResearchResult,
  at: number,
  { output }: Computed,
): MeasuredShare | null {
  const [planned, study] = [research.studies[at], shape.studies[at]];
  const size = study === undefined || study.best === null ? undefined : study.sizes[study.best];
  const row = output.parameters.find(({ name }) => name === planned?.parameter);
  if (planned?.measures !== 'proportion' || size === undefined || row === undefined) return null;
  return { share: row.value, n: size.n };
}

function sizedTitle(
  { label, sizes, best }: ResearchResult['shape']['studies'][number],
  say: ReturnType<typeof useWords>['say'],
  text: ReturnType<typeof useWords>['text'],
): string {
  const size = best === null ? undefined : sizes[best];
  return size === undefined
    ? text(label)
    : say('evidence.titleSized', { study: text(label), n: formatCount(size.n) });
}

function Studies({
  result,
  computed,
  product,
  computing,
  demonstration,
}: {
  readonly result: ResearchResult;
  readonly computed: Computed;
  readonly product: string;
  readonly computing: boolean;
  readonly demonstration: boolean;
}): ReactElement {
  const { language, say, text } = useWords();
  const { shape, research, designs } = result;
  const money = (amount: number): string =>
    formatMoney({ amount, currency: 'KRW', priceYear: computed.priceYear }, language);
  return (
    <>
      <p className="t-dense">
        {say('evidence.served', {
          n: formatCount(research.decisionsPerYear),
          years: trimZeros(formatNumber(research.years, 1)),
          rate: trimZeros(formatNumber(research.discountRate, 4)),
        })}{' '}
        {text(research.statement)}
      </p>
      <TableFrame name={say('evidence.studies')}>
        <thead>
          <tr>
            <th scope="col">{say('evidence.study')}</th>
            <th scope="col">{say('evidence.measures')}</th>
            {(['size', 'evsi', 'cost', 'net'] as const).map((column) => (
              <th key={column} scope="col" className="num">
                {say(`evidence.${column}`)}
              </th>
            ))}
            <th scope="col">{say('evidence.design')}</th>
          </tr>
        </thead>
        <tbody>
          {shape.studies.map((study, at) => {
            const size = study.best === null ? undefined : study.sizes[study.best];
            const design = designs[at] ?? null;
            const names = { title: sizedTitle(study, say, text), product };
            return (
              <tr key={study.label.en}>
                <th scope="row">
                  {text(study.label)}
                  <span className="model-line t-dense quiet">
                    {text(research.studies[at]?.statement ?? study.label)}
                  </span>
                </th>
                <td>{text(study.parameter)}</td>
                {size === undefined ? (
                  <td className="quiet" colSpan={4}>
                    {say('evidence.notWorth')}
                  </td>
                ) : (
                  <>
                    <td className="num nowrap">{say('evidence.people', { n: formatCount(size.n) })}</td>
                    <td className="num nowrap">{money(size.evsi * shape.population)}</td>
                    <td className="num nowrap">{money(size.cost)}</td>
                    <td className="num nowrap strong">{money(size.netBenefit)}</td>
                  </>
                )}
                <td>
                  {design === null ? (
                    <span className="quiet t-dense">{say('evidence.noDesign')}</span>
                  ) : (
                    <DesignLink search={designOf(design, names, measuredIn(result, at, computed))} />
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </TableFrame>
      <div className="plots">
        <PlotFrame shape={shape} node={null} computing={computing} demonstration={demonstration} />
      </div>
    </>
  );
}
