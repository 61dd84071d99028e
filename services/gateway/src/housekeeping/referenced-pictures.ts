import type { EventData } from '@panshi/contracts';
import type { EventStore } from '@panshi/event-store';
import type { Referenced } from '@panshi/privacy';

/** The one event that names pictures. */
export const namesPictures = 'IncidentReported';

/**
 * Which pictures the log refers to: read through once for each question, holding no more than what was asked of. Of a log
 * without a single report it says that all are: more likely it is another log than that of these pictures.
 */
export const referencedIn =
  (store: Pick<EventStore, 'readAll'>): Referenced =>
  async (ids) => {
    const found = new Set<string>();
    let reports = 0;
    for await (const { data } of store.readAll({ types: [namesPictures] })) {
      reports += 1;
      const { pictures = [] } = data as Partial<EventData[typeof namesPictures]>;
      for (const { pictureId } of pictures) if (ids.has(pictureId)) found.add(pictureId);
    }
    return reports > 0 ? found : ids;
  };
