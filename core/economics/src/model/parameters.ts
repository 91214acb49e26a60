import { functions } from '@daero/domain/expression/functions';
import { reserved } from '@daero/domain/expression/tree';
import { fail, type Result } from '@daero/domain/result';
import {
  readParameter,
  type Parameter,
  type ParameterFault,
  type ParameterForm,
  type ParameterScope,
} from './parameter.ts';
import { below, each, type Path } from './place.ts';

export type ParametersFault =
  | ParameterFault
  | { readonly kind: 'model-name-twice' | 'model-name-reserved'; readonly path: Path; readonly name: string };

/** All parameters of a file. `order` says in which order they are read, so that each may use those before it: that of the file where it is left out. */
export function readParameters(
  forms: readonly ParameterForm[],
  scope: Omit<ParameterScope, 'earlier'>,
  order: readonly number[] = forms.map((_, index) => index),
): Result<readonly Parameter[], ParametersFault> {
  const parameters: Parameter[] = [];
  const read = each(order, (index): Result<Parameter, ParametersFault> => {
    const form = forms[index];
    if (form === undefined) throw new Error('the order names a parameter that is not there');
    const path = below('/parameters', index);
    const { name } = form;
    const taken = parameters.some((earlier) => earlier.name === name) || scope.tables?.has(name) === true;
    if (taken) return fail({ kind: 'model-name-twice', path: below(path, 'name'), name });
    if (reserved.includes(name) || functions.has(name) || scope.own?.has(name) === true)
      return fail({ kind: 'model-name-reserved', path: below(path, 'name'), name });
    const parameter = readParameter(form, path, { ...scope, earlier: parameters });
    if (parameter.ok) parameters.push(parameter.value);
    return parameter;
  });
  return read;
}
