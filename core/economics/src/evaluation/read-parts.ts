import { succeed, type Result } from '@daero/domain/result';
import {
  readTornado,
  readValueSets,
  readWillingness,
  type AnalysesFault,
  type AnalysesForm,
} from '../model/analyses.ts';
import { placesInOrder, type CircularFault } from '../model/definition-order.ts';
import { type Parameter, type ParameterForm } from '../model/parameter.ts';
import { readParameters, type ParametersFault } from '../model/parameters.ts';
import { readStrategies, referenceOf, type StrategyFault } from '../model/strategies.ts';
import { readFits, type FitForm, type FitsFault, type SurvivalFits } from '../survival/fit-of-file.ts';
import { withJointMargins } from '../uncertainty/joint-margins.ts';
import { marginIn, readJoint, type JointFault, type JointForm } from '../uncertainty/joint.ts';
import { type SampledModel } from './prepared-model.ts';

/** What every model of curves or clocks states before its own structure. */
export type PartsForm = {
  readonly currency: string;
  readonly priceYear: number;
  readonly fits: readonly FitForm[];
  readonly parameters: readonly ParameterForm[];
  readonly joint: readonly JointForm[];
  readonly strategies: readonly {
    readonly name: string;
    readonly label: Parameter['label'];
    readonly set: Readonly<Record<string, string | number>>;
  }[];
  readonly reference: string;
  readonly analyses: AnalysesForm;
};
export type PartsFault =
  AnalysesFault | CircularFault | FitsFault | JointFault | ParametersFault | StrategyFault;

/** Those parts of a model, read and checked, and its fits with the names of their coefficients. */
export function readParts(
  form: PartsForm,
): Result<SampledModel & { readonly fits: SurvivalFits }, PartsFault> {
  const { currency, priceYear, analyses } = form;
  const fits = readFits(form.fits);
  if (!fits.ok) return fits;
  const forms = [...withJointMargins(form.parameters, form.joint), ...fits.value.parameters];
  const order = placesInOrder(forms);
  if (!order.ok) return order;
  const scope = { currency, priceYear };
  const ordered = readParameters(forms, scope, order.value);
  if (!ordered.ok) return ordered;
  const parameters = forms.flatMap(({ name }) => ordered.value.filter((one) => one.name === name));
  const joint = readJoint([...form.joint, ...fits.value.joint], marginIn(parameters));
  if (!joint.ok) return joint;
  const strategies = readStrategies(form, { ...scope, earlier: parameters });
  if (!strategies.ok) return strategies;
  const reference = referenceOf(strategies.value, form.reference);
  if (!reference.ok) return reference;
  const willingness = readWillingness(analyses.willingness);
  if (!willingness.ok) return willingness;
  const sets = readValueSets(analyses, parameters);
  if (!sets.ok) return sets;
  const tornado = readTornado(analyses.tornado, parameters);
  if (!tornado.ok) return tornado;
  return succeed({
    ...{ parameters, joint: joint.value, fits: fits.value },
    ...{ strategies: strategies.value, reference: reference.value, willingness: willingness.value },
    ...{ probabilistic: analyses.probabilistic, sets: sets.value, tornado: tornado.value },
  });
}
