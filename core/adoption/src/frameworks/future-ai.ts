import { itemsOf, type Framework } from './framework.ts';

/** Number and principles as published; the wording is ours, the order within a principle from general knowledge. */
export const futureAi: Framework = {
  id: 'future-ai',
  name: { ko: 'FUTURE-AI', en: 'FUTURE-AI' },
  source: 'Lekadir et al. (2025), BMJ 388:e081554',
  grounds: {
    source: 'BMJ 2025;388:e081554 (six principles, 30 practices)',
    confidence: 'general-knowledge-unverified',
  },
  items: [
    ...itemsOf({ ko: '공정성', en: 'Fairness' }, [
      [
        'F1',
        ['population', 'algorithm'],
        '치우침이 생길 곳을 처음에 찾습니다.',
        'Sources of bias are looked for at the start.',
      ],
      [
        'F2',
        ['input-quality', 'population'],
        '사람과 자료의 특성을 모읍니다.',
        'Attributes of people and data are collected.',
      ],
      ['F3', ['subgroups'], '공정성을 재고 고칩니다.', 'Fairness is measured and corrected.'],
    ]),
    ...itemsOf({ ko: '보편성', en: 'Universality' }, [
      [
        'U1',
        ['intended-use', 'population'],
        '쓸 곳과 그 차이를 정합니다.',
        'Settings of use and their differences are defined.',
      ],
      ['U2', ['endpoint', 'integration'], '분야의 표준을 씁니다.', 'Standards of the field are used.'],
      [
        'U3',
        ['accuracy', 'sample-size'],
        '밖의 자료로 여러 곳에서 평가합니다.',
        'It is evaluated on outside data of several sites.',
      ],
      [
        'U4',
        ['local-accuracy'],
        '쓰일 곳에서 타당함을 보입니다.',
        'It is shown to be valid where it is used.',
      ],
    ]),
    ...itemsOf({ ko: '추적 가능성', en: 'Traceability' }, [
      ['T1', ['risks'], '생애 주기 내내 위험을 관리합니다.', 'Risk is managed over the whole life.'],
      ['T2', ['inventory', 'intended-use'], '제품의 문서를 갖춥니다.', 'The product is documented.'],
      [
        'T3',
        ['input-quality', 'monitoring'],
        '입력과 출력을 계속 점검합니다.',
        'Inputs and outputs are checked all the time.',
      ],
      [
        'T4',
        ['monitoring', 'change-log'],
        '때마다 점검하고 갱신합니다.',
        'It is audited and updated at intervals.',
      ],
      [
        'T5',
        ['errors-harms'],
        '사용을 기록하고 문제를 신고받습니다.',
        'Use is logged, and problems can be reported.',
      ],
      [
        'T6',
        ['governance', 'approvals'],
        '책임과 운영 조직을 정합니다.',
        'Responsibility and governance are settled.',
      ],
    ]),
    ...itemsOf({ ko: '사용성', en: 'Usability' }, [
      [
        'S1',
        ['intended-use', 'usability'],
        '목적과 사용자의 요구를 정합니다.',
        'Purpose and needs of users are defined.',
      ],
      [
        'S2',
        ['human-role'],
        '사람과의 상호작용과 감독을 정합니다.',
        'Interaction with people and their oversight are defined.',
      ],
      ['S3', ['training'], '사용자를 교육합니다.', 'Users are trained.'],
      [
        'S4',
        ['usability', 'workload'],
        '독립된 사용자와 함께 사용성을 평가합니다.',
        'Usability is evaluated with independent users.',
      ],
      [
        'S5',
        ['diagnostic-gain', 'errors-harms'],
        '임상적 쓸모와 안전을 평가합니다.',
        'Clinical utility and safety are evaluated.',
      ],
    ]),
    ...itemsOf({ ko: '견고성', en: 'Robustness' }, [
      [
        'R1',
        ['robustness', 'input-quality'],
        '자료가 달라질 원인을 찾습니다.',
        'What makes data vary is looked for.',
      ],
      ['R2', ['algorithm'], '대표성 있는 자료로 학습합니다.', 'It is trained on representative data.'],
      [
        'R3',
        ['robustness', 'subgroups'],
        '실제의 변이에서 견고함을 평가합니다.',
        'Robustness under real variation is evaluated.',
      ],
    ]),
    ...itemsOf({ ko: '설명 가능성', en: 'Explainability' }, [
      ['E1', ['explanation'], '설명이 필요한지 정합니다.', 'Whether explanation is needed is settled.'],
      [
        'E2',
        ['explanation', 'usability'],
        '설명이 사용자에게 도움이 되는지 평가합니다.',
        'Whether explanations help users is evaluated.',
      ],
    ]),
    ...itemsOf({ ko: '공통', en: 'General' }, [
      [
        'G1',
        ['governance', 'usability'],
        '여러 이해당사자와 함께합니다.',
        'Stakeholders of several kinds take part.',
      ],
      [
        'G2',
        ['data-protection', 'security'],
        '개인정보와 자료를 보호합니다.',
        'Privacy and data are protected.',
      ],
      ['G3', ['risks'], '위험을 줄일 조치를 둡니다.', 'Measures against risks are in place.'],
      ['G4', ['analysis', 'endpoint'], '평가 계획을 세웁니다.', 'The evaluation is planned.'],
      ['G5', ['authorisation'], '규제를 지킵니다.', 'Regulation is complied with.'],
      ['G6', ['protocol', 'consent'], '윤리 문제를 살핍니다.', 'Questions of ethics are examined.'],
      [
        'G7',
        ['environment'],
        '사회와 환경에 미치는 영향을 살핍니다.',
        'Effects on society and environment are examined.',
      ],
    ]),
  ],
};
