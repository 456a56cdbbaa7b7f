export { Contribution, ListCell, ListContribution, ReactionCell, ReactionContribution } from './contribution.js';
export { CurveEntry, ModelDocument, ModelShard, NeighbourEntry, QualityEntry } from './model.js';
