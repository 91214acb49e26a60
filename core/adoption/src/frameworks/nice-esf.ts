import { itemsOf, type Framework, type Item } from './framework.ts';

const all = ['A', 'B', 'C'];
const without = ['B', 'C'];
const design = { ko: '설계', en: 'Design' };
const performance = { ko: '성능의 입증', en: 'Performance' };

const items: readonly Item[] = [
  ...itemsOf(
    design,
    [
      [
        '1',
        ['authorisation'],
        '안전과 품질의 기준을 지켰습니다.',
        'Standards of safety and quality are met.',
      ],
      [
        '2',
        ['usability'],
        '쓸 사람들의 의견을 설계에 담았습니다.',
        'Those who will use it had a part in its design.',
      ],
      [
        '3',
        ['environment'],
        '환경에 미치는 영향을 살폈습니다.',
        'Its effect on the environment was considered.',
      ],
      [
        '4',
        ['subgroups', 'population'],
        '불평등과 치우침을 살피고 줄였습니다.',
        'Inequality and bias were examined and reduced.',
      ],
      [
        '5',
        ['data-protection', 'algorithm'],
        '자료를 바르게 다루며 설계했습니다.',
        'Data were handled well in its design.',
      ],
      [
        '6',
        ['human-role'],
        '전문가의 감독 수준을 정했습니다.',
        'How far professionals oversee it is defined.',
      ],
    ],
    all,
  ),
  ...itemsOf(
    design,
    [
      [
        '7',
        ['explanation'],
        '건강 정보가 믿을 만하도록 관리합니다.',
        'There is a process that keeps health information reliable.',
      ],
      [
        '8',
        ['approvals'],
        '그 나라의 전문가들이 믿을 만하다고 봅니다.',
        'Professionals of the country find it credible.',
      ],
      ['9', ['risks', 'consent'], '취약한 사용자를 보호합니다.', 'Vulnerable users are protected.'],
    ],
    without,
  ),
  ...itemsOf(
    { ko: '가치의 서술', en: 'Describing value' },
    [
      [
        '10',
        ['intended-use', 'population'],
        '목적과 대상 환자를 밝혔습니다.',
        'Purpose and population are described.',
      ],
      ['11', ['comparator'], '지금의 진료 과정을 밝혔습니다.', 'Present care is described.'],
      ['12', ['integration'], '제품이 들어간 진료 과정을 밝혔습니다.', 'Care with the product is described.'],
      [
        '13',
        ['endpoint', 'costs', 'workload'],
        '기대하는 건강, 비용, 자원의 변화를 밝혔습니다.',
        'Expected changes of health, cost and resources are described.',
      ],
    ],
    all,
  ),
  ...itemsOf(
    performance,
    [
      [
        '14',
        ['accuracy', 'diagnostic-gain'],
        '목적한 사용에서의 효과를 입증했습니다.',
        'It is effective in its intended use.',
      ],
    ],
    ['C'],
  ),
  ...itemsOf(
    performance,
    [
      [
        '15',
        ['real-world'],
        '실제 사용에서 이득이 나타나는 근거가 있습니다.',
        'Evidence from practice shows the benefit.',
      ],
      [
        '16',
        ['monitoring', 'change-log'],
        '사용과 성능을 계속 재기로 했습니다.',
        'Use and performance go on being measured.',
      ],
    ],
    all,
  ),
  ...itemsOf(
    { ko: '가치의 실현', en: 'Delivering value' },
    [
      ['17', ['budget-impact'], '재정 영향을 분석했습니다.', 'The impact on budgets was analysed.'],
      ['18', ['cost-effectiveness'], '비용-효과를 분석했습니다.', 'Cost-effectiveness was analysed.'],
    ],
    all,
  ),
  ...itemsOf(
    { ko: '도입', en: 'Deployment' },
    [
      [
        '19',
        ['integration', 'inventory'],
        '도입에 필요한 것을 밝혔습니다.',
        'What deployment needs is open.',
      ],
      [
        '20',
        ['consent', 'training'],
        '알리고 동의를 받고 교육하는 방법이 있습니다.',
        'There are ways to inform, to ask consent and to train.',
      ],
      ['21', ['scalability'], '알맞게 확장할 수 있습니다.', 'It scales as needed.'],
    ],
    all,
  ),
];

export const niceEsf: Framework = {
  id: 'nice-esf',
  name: { ko: 'NICE 근거기준 체계(ESF)', en: 'NICE evidence standards framework' },
  source: 'NICE ECD7 (2022), section C, nice.org.uk/corporate/ecd7',
  grounds: { source: 'nice.org.uk/corporate/ecd7, section C', confidence: 'stated-in-source' },
  items,
};
/** C is the tier of devices that inform, guide or make decisions on treatment and diagnosis. */
export const niceTiers = ['A', 'B', 'C'] as const;
