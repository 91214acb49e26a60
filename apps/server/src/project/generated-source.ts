import type { Plan } from '@daero/evidence/plan/plan-schema';
export const generatedSource = async (_plan: Plan, _name: string, _out: string): Promise<string | null> =>
  null;
