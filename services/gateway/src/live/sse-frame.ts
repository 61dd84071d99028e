/** One server-sent event. `id` is where a client resumes. */
export interface SseEvent {
  readonly id?: string;
  readonly event?: string;
  readonly data?: object;
}

/** A server-sent event as it goes over the wire. */
export const sseFrame = ({ id, event, data }: SseEvent): Buffer =>
  Buffer.from(
    [
      ...(id === undefined ? [] : [`id: ${id}`]),
      ...(event === undefined ? [] : [`event: ${event}`]),
      ...(data === undefined ? [] : [`data: ${JSON.stringify(data)}`]),
      '',
      '',
    ].join('\n'),
  );
