import { type ParameterForm } from '../model/parameter.ts';
import { type JointForm } from './joint.ts';

/**
 * Parameters of a multivariate normal group with the margins that its covariance gives them: they state a value, the group the rest. What
 * a file states itself is left as it is, and `readJoint` says where the two do not agree.
 */
export const withJointMargins = (
  parameters: readonly ParameterForm[],
  joint: readonly JointForm[],
): readonly ParameterForm[] =>
  parameters.map((parameter) => {
    if (parameter.value === undefined || parameter.distribution !== undefined) return parameter;
    for (const group of joint) {
      const place = group.parameters.indexOf(parameter.name);
      if (group.form !== 'multivariate-normal' || place < 0) continue;
      const variance = group.covariance[place]?.[place] ?? NaN;
      if (!(variance > 0)) return parameter;
      const distribution = { form: 'normal', mean: parameter.value, sd: Math.sqrt(variance) } as const;
      return { ...parameter, distribution };
    }
    return parameter;
  });
