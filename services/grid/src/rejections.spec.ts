import { gridRejections, wartimeRejections } from '@panshi/contracts';
import { rejectionsAreWorded } from '@panshi/testing';

rejectionsAreWorded({
  folder: import.meta.dirname,
  pattern: '{grid,incident,wartime,mobilisation}/*.ts',
  worded: { ...gridRejections, ...wartimeRejections },
  spread: { '...rounded(location)': ['lon', 'lat'] },
});
