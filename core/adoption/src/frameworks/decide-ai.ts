import { itemsOf, type Framework } from './framework.ts';

const methods = { ko: '방법', en: 'Methods' };
const results = { ko: '결과', en: 'Results' };
const discussion = { ko: '고찰', en: 'Discussion' };

/** Number and themes as published; the wording is ours. Arabic numbers are specific to AI, Roman ones are not. */
export const decideAi: Framework = {
  id: 'decide-ai',
  name: { ko: 'DECIDE-AI', en: 'DECIDE-AI' },
  source: 'Vasey et al. (2022), BMJ 377:e070904',
  grounds: {
    source: 'BMJ 2022;377:e070904 (17 items of 28 parts, 10 generic items)',
    confidence: 'stated-in-source',
  },
  items: [
    ...itemsOf({ ko: '제목과 초록', en: 'Title and abstract' }, [
      [
        '1',
        ['intended-use'],
        '초기 임상 평가임을 제목에 밝힙니다.',
        'The title says that it is an early clinical evaluation of AI.',
      ],
      ['I', ['protocol', 'endpoint'], '초록에 구조를 갖춥니다.', 'The abstract is structured.'],
    ]),
    ...itemsOf({ ko: '서론', en: 'Introduction' }, [
      [
        '2a',
        ['intended-use', 'comparator'],
        '질환, 지금의 진료, 대상 환자를 밝힙니다.',
        'Condition, present practice and patients are described.',
      ],
      [
        '2b',
        ['intended-use', 'integration'],
        '쓸 사람과 진료에서의 자리를 밝힙니다.',
        'Users and the place in care are described.',
      ],
      ['II', ['endpoint'], '연구 목적을 밝힙니다.', 'The objectives are stated.'],
    ]),
    ...itemsOf(methods, [
      [
        'III',
        ['protocol'],
        '연구 계획, 등록, 심의를 밝힙니다.',
        'Protocol, registration and ethical review are cited.',
      ],
      [
        '3a',
        ['population', 'sample-size'],
        '환자를 모은 방법과 수를 밝힙니다.',
        'How patients were recruited, and how many, is described.',
      ],
      [
        '3b',
        ['human-role', 'sample-size'],
        '사용자를 모은 방법과 수를 밝힙니다.',
        'How users were recruited, and how many, is described.',
      ],
      [
        '3c',
        ['training'],
        '사용자를 익숙하게 한 방법을 밝힙니다.',
        'How users were made familiar with it is described.',
      ],
      [
        '4a',
        ['algorithm', 'change-log'],
        '제품의 판, 알고리즘, 학습 집단을 밝힙니다.',
        'Version, algorithm and training population are described.',
      ],
      [
        '4b',
        ['input-quality'],
        '입력을 얻고 다루는 방법을 밝힙니다.',
        'How inputs are obtained and handled is described.',
      ],
      [
        '4c',
        ['explanation', 'human-role'],
        '출력과 그것이 보이는 방식을 밝힙니다.',
        'Outputs and how users see them are described.',
      ],
      ['5a', ['population', 'integration'], '평가한 곳을 밝힙니다.', 'The setting is described.'],
      [
        '5b',
        ['integration', 'human-role'],
        '진료 흐름과 결정의 시점을 밝힙니다.',
        'The clinical workflow and the moment of decision are described.',
      ],
      ['IV', ['endpoint'], '일차와 이차 지표를 밝힙니다.', 'Primary and secondary outcomes are stated.'],
      [
        '6a',
        ['errors-harms'],
        '중대한 오류를 찾는 방법을 밝힙니다.',
        'How significant errors were found is described.',
      ],
      [
        '6b',
        ['risks'],
        '환자의 위험을 줄인 방법을 밝힙니다.',
        'How risks to patients were reduced is described.',
      ],
      [
        '7',
        ['usability'],
        '인간요인을 평가한 방법을 밝힙니다.',
        'How human factors were evaluated is described.',
      ],
      ['V', ['analysis'], '통계 방법을 밝힙니다.', 'The statistical methods are described.'],
      [
        '8',
        ['protocol', 'risks'],
        '윤리 원칙을 지킨 방법을 밝힙니다.',
        'How ethical principles were followed is described.',
      ],
      ['VI', ['usability'], '환자가 참여한 방식을 밝힙니다.', 'The part that patients had is described.'],
    ]),
    ...itemsOf(results, [
      [
        '9a',
        ['population', 'subgroups'],
        '환자의 특성과 빠진 자료를 적습니다.',
        'Patients and missing data are reported.',
      ],
      ['9b', ['human-role'], '사용자의 특성을 적습니다.', 'Users are reported.'],
      ['10a', ['monitoring'], '실제로 얼마나 썼는지 적습니다.', 'How far it was really used is reported.'],
      [
        '10b',
        ['integration', 'workload'],
        '진료 흐름의 변화를 적습니다.',
        'Changes of the workflow are reported.',
      ],
      ['VII', ['accuracy'], '주된 결과를 적습니다.', 'The main results are reported.'],
      ['VIII', ['subgroups'], '하위집단의 결과를 적습니다.', 'Results by subgroup are reported.'],
      ['11', ['change-log'], '연구 중의 변경을 적습니다.', 'Modifications during the study are reported.'],
      [
        '12',
        ['human-role', 'real-world'],
        '사람과 제품의 일치를 적습니다.',
        'Agreement of people and product is reported.',
      ],
      ['13a', ['errors-harms'], '오류와 고장을 적습니다.', 'Errors and malfunctions are reported.'],
      ['13b', ['errors-harms', 'risks'], '위해와 위험을 적습니다.', 'Harms and risks are reported.'],
      ['14a', ['usability'], '사용성의 결과를 적습니다.', 'Results on usability are reported.'],
      [
        '14b',
        ['training', 'usability'],
        '사용자가 익숙해진 과정을 적습니다.',
        'How users learned is reported.',
      ],
    ]),
    ...itemsOf(discussion, [
      [
        '15',
        ['diagnostic-gain'],
        '목적한 사용을 결과가 뒷받침하는지 논합니다.',
        'Whether results support the intended use is discussed.',
      ],
      [
        '16',
        ['errors-harms', 'risks'],
        '안전에 관한 결과를 논합니다.',
        'What the results say of safety is discussed.',
      ],
      ['IX', ['analysis'], '강점과 한계를 논합니다.', 'Strengths and limits are discussed.'],
    ]),
    ...itemsOf({ ko: '공개', en: 'Statements' }, [
      [
        '17',
        ['transparency'],
        '자료와 코드를 얻을 수 있는지 밝힙니다.',
        'Whether data and code are available is stated.',
      ],
      ['X', ['transparency'], '이해관계를 밝힙니다.', 'Interests are declared.'],
    ]),
  ],
};
