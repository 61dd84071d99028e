import { describe, expect, it } from '@jest/globals';
import { csvRows } from './csv-rows.ts';

const head = 'regionCode,name,level,codeSystem,edition,ring';

describe('regions of a CSV file', () => {
  it('have what their row says, with an outline of longitudes and latitudes', () => {
    const [row] = csvRows(`\uFEFF${head}\r\n320113,栖霞区,district,代码,2023,118.9 32.1;119 32.1; 119 32.2\r\n`, {});
    expect(row).toEqual({
      where: 'line 2',
      fields: {
        regionCode: '320113',
        name: '栖霞区',
        level: 'district',
        codeSystem: '代码',
        edition: '2023',
        ring: [
          { lon: 118.9, lat: 32.1 },
          { lon: 119, lat: 32.1 },
          { lon: 119, lat: 32.2 },
        ],
      },
    });
  });

  it('take their level from the code, and what the rows leave out from the command', () => {
    const rows = csvRows('name,regionCode\n"尧化,街道",320113001\n\n尧化社区,320113001001\n', { edition: '2023' });
    expect(rows.map(({ where, fields }) => [where, fields.level, fields.edition])).toEqual([
      ['line 2', 'street', '2023'],
      ['line 4', 'community', '2023'],
    ]);
    expect(rows[0]!.fields).toMatchObject({ name: '尧化,街道' });
    expect('ring' in rows[0]!.fields).toBe(false);
  });

  it('have no corner of what is no pair of numbers', () => {
    const [row] = csvRows(`${head}\n320113,栖霞区,,,,118.9 32.1;;119 x 3\n`, {});
    expect(row!.fields.ring).toEqual([{ lon: 118.9, lat: 32.1 }, {}, {}]);
    const [other] = csvRows(`${head}\n320113,栖霞区,,,,0x76 1e1\n`, {});
    expect(other!.fields.ring).toEqual([{ lon: '0x76', lat: '1e1' }]);
  });

  it('are refused where a column stands twice', () =>
    expect(() => csvRows('regionCode,name,name\n320113,栖霞区,甲\n', {})).toThrow(/“name” stands twice/));

  it('are refused under a column nobody knows, and in rows that do not fit the head', () => {
    expect(() => csvRows('regionCode,title\n320113,栖霞区\n', {})).toThrow(/no column “title”/);
    expect(() => csvRows('regionCode,name\n320113\n', {})).toThrow(/no CSV file/);
  });
});
