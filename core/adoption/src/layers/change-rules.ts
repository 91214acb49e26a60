import { fail, succeed, type Result } from '@daero/domain/result';
import type { EventOf } from './event.ts';
import { checkRules } from './layer.ts';
import type { AdoptionState, LayerRecord } from './state.ts';

/**
 * The administration changes how the hospital decides. What was decided stands under its layer, keys stay with who holds them, and a
 * layer that has decided cannot be dropped.
 */
export function changeRules(
  state: AdoptionState,
  { eventId, by, change }: EventOf<'rules-changed'>,
): Result<AdoptionState> {
  if (by.role !== 'administrator') return fail({ kind: 'adoption-rules-key', eventId, person: by.personId });
  const checked = checkRules(change.rules);
  if (!checked.ok) return checked;
  const { layers } = checked.value;
  const dropped = [...state.layers.values()].find(
    ({ layer, decisions }) => decisions.length > 0 && !layers.some(({ id }) => id === layer.id),
  );
  if (dropped !== undefined)
    return fail({ kind: 'adoption-layer-decided', eventId, layer: dropped.layer.name });
  const records = layers.map((layer): readonly [string, LayerRecord] => {
    const before = state.layers.get(layer.id);
    const { holders } = layer;
    return [
      layer.id,
      before === undefined ? { layer, holders, papers: new Map(), decisions: [] } : { ...before, layer },
    ];
  });
  return succeed({ ...state, rules: checked.value, layers: new Map(records) });
}
