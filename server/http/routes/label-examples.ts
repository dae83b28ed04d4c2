import { labelExampleEndpoints as endpoints } from '#schemas/api/label-examples.ts';
import { showExamples } from '../../label-examples/show-examples.ts';
import { type ApiRoom, implement } from '../implement.ts';

export function serveLabelExamples(room: ApiRoom): void {
  implement(room, endpoints.showLabelExamples, ({ caller, params, body }) =>
    showExamples(room.deps, caller, params.id, body),
  );
}
