import { Schema } from '../schema.ts';
import { defineView, type ViewDefinition, type ViewDocument } from '../view.ts';

/** A view with every kind of field the query subset knows; its fold takes documents as they come. */
export interface Sample extends ViewDocument {
  readonly stage?: string | null;
  readonly grid?: string;
  readonly count?: number | null;
  readonly urgent?: boolean | null;
  readonly note?: string;
  readonly location?: { readonly lon: number; readonly lat: number };
  readonly tags?: readonly (string | number)[];
  readonly items?: readonly { readonly code?: string | null; readonly amount?: number }[];
  readonly labels?: Readonly<Record<string, string>>;
}

const schema = new Schema(
  {
    _id: { type: String, required: true },
    stage: { type: String, index: true },
    grid: { type: String },
    count: { type: Number, index: true },
    urgent: { type: Boolean, index: true },
    note: String,
    location: { lon: Number, lat: Number },
    tags: { type: [Schema.Types.Mixed], default: undefined },
    items: { type: [new Schema({ code: String, amount: Number }, { _id: false })], default: undefined },
    labels: { type: Map, of: String },
  },
  { versionKey: false },
);
schema.index({ stage: 1, count: -1 });
schema.index({ grid: 1 });
schema.index({ 'location.lon': 1, 'location.lat': 1 });

export const sampleView = (over: Partial<Pick<ViewDefinition, 'name' | 'version'>> = {}): ViewDefinition<Sample> =>
  defineView<Sample, never>({
    name: 'samples',
    version: 1,
    schema,
    counted: ['stage', 'grid', 'urgent'],
    from: [],
    keys: () => [],
    evolve: (document) => document,
    text: ({ note }) => note ?? '',
    ...over,
  });
