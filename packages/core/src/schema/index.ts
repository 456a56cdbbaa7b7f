export { Contribution, ListCell, ListContribution, ReactionCell, ReactionContribution } from './contribution.js';
export {
  CurveEntry,
  DwellTable,
  ModelDocument,
  ModelShard,
  NeighbourEntry,
  QualityEntry,
  WatchTable,
} from './model.js';
