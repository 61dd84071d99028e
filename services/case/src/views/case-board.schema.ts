import { Schema } from 'mongoose';

/** Fields and indexes of the board; most lists go by deadline. */
export const caseBoardSchema = new Schema({
  _id: String,
  _version: Number,
  caseId: String,
  incidentId: String,
  stage: String,
  categoryCode: String,
  categoryName: String,
  gridCode: { type: String, index: true },
  communityCode: String,
  streetCode: String,
  unit: String,
  location: { lon: Number, lat: Number },
  urgent: Boolean,
  openedAt: { type: String, index: true },
  filedAt: String,
  deadline: { type: String, index: true },
  deadlineRule: String,
  open: Boolean,
  warned: Boolean,
  overdue: Boolean,
  escalated: String,
  closedAt: String,
  onTime: Boolean,
  returns: Number,
  reworks: Number,
  extensions: Number,
  reopenings: Number,
  supervisions: Number,
  modifiers: [String],
  satisfaction: Number,
  duplicateOf: String,
});
caseBoardSchema.index({ stage: 1, deadline: 1 });
caseBoardSchema.index({ stage: 1, openedAt: 1 });
caseBoardSchema.index({ streetCode: 1, deadline: 1 });
caseBoardSchema.index({ unit: 1, deadline: 1 });
caseBoardSchema.index({ open: 1, deadline: 1 });
