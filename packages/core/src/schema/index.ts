export { Contribution, ListCell, ListContribution, ReactionCell, ReactionContribution } from './contribution.js';
export { CurveEntry, ModelDocument, QualityEntry } from './model.js';
