export { Contribution, ListCell, ListContribution, ReactionCell, ReactionContribution } from './contribution.js';
export { CurveEntry, ModelDocument, NeighbourEntry, QualityEntry } from './model.js';
