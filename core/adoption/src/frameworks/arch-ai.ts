import { itemsOf, type Framework } from './framework.ts';

export const archAi: Framework = {
  id: 'arch-ai',
  name: { ko: 'ACR ARCH-AI', en: 'ACR ARCH-AI' },
  source: 'American College of Radiology, ARCH-AI (2024), acrdsi.org/DSI-Services/ARCH-AI',
  grounds: { source: 'acrdsi.org/DSI-Services/ARCH-AI', confidence: 'stated-in-source' },
  items: itemsOf({ ko: '인증 기준', en: 'Criteria' }, [
    [
      '1',
      ['governance'],
      '여러 직역이 함께하는 운영 조직이 있습니다.',
      'A group of several professions governs the use of AI.',
    ],
    [
      '2',
      ['inventory', 'intended-use'],
      '쓰는 제품의 목록과 문서를 갖추었습니다.',
      'An inventory of the products in use is kept, with their documents.',
    ],
    [
      '3',
      ['security', 'data-protection'],
      '보안과 개인정보 보호를 확인했습니다.',
      'Security and privacy have been checked.',
    ],
    [
      '4',
      ['accuracy', 'local-accuracy', 'approvals'],
      '제품을 고르기 전에 검토하고 우리 자료로 시험했습니다.',
      'Products are reviewed before selection and tried on local data.',
    ],
    [
      '5',
      ['intended-use', 'training'],
      '쓰임새를 정하고 사용자를 교육했습니다.',
      'The use is described, and users are trained.',
    ],
    [
      '6',
      ['monitoring', 'errors-harms'],
      '사용 중 성능과 안전을 관찰합니다.',
      'Performance and safety are monitored in use.',
    ],
    ['7', ['registry'], '레지스트리에 참여합니다.', 'The site takes part in a registry.'],
  ]),
};
