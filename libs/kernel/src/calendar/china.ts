import type { Holiday, LocalDate, WorkingCalendar } from './calendar.ts';

type MonthDay = `${number}-${number}`;

const datesOf = (year: number, days: readonly MonthDay[]): readonly LocalDate[] => days.map((day) => `${year}-${day}`);

const holidaysOf = (
  year: number,
  days: readonly (readonly [name: string, first: MonthDay, last?: MonthDay])[],
): readonly Holiday[] =>
  days.map(([name, first, last = first]) => ({ name, from: `${year}-${first}`, to: `${year}-${last}` }));

/**
 * The demo district's working time: national holidays and make-up days as the General Office of the State Council
 * announces them each autumn (国务院办公厅关于…年部分节假日安排的通知), and an eight-hour day from Monday to Friday. Daily hours are local
 * custom: edit them, and give what you edited its own version.
 */
export const chinaCalendar: WorkingCalendar = {
  version: 'cn-2026.1',
  utcOffset: '+08:00',
  workingWeekdays: [1, 2, 3, 4, 5],
  workingSpans: [
    { from: '08:30', to: '12:00' },
    { from: '13:30', to: '18:00' },
  ],
  years: [
    {
      year: 2024,
      status: 'published',
      source: '国办发明电〔2023〕7号',
      holidays: holidaysOf(2024, [
        ['元旦', '01-01'],
        ['春节', '02-10', '02-17'],
        ['清明节', '04-04', '04-06'],
        ['劳动节', '05-01', '05-05'],
        ['端午节', '06-10'],
        ['中秋节', '09-15', '09-17'],
        ['国庆节', '10-01', '10-07'],
      ]),
      makeUpWorkdays: datesOf(2024, ['02-04', '02-18', '04-07', '04-28', '05-11', '09-14', '09-29', '10-12']),
    },
    {
      year: 2025,
      status: 'published',
      source: '国办发明电〔2024〕12号',
      holidays: holidaysOf(2025, [
        ['元旦', '01-01'],
        ['春节', '01-28', '02-04'],
        ['清明节', '04-04', '04-06'],
        ['劳动节', '05-01', '05-05'],
        ['端午节', '05-31', '06-02'],
        ['国庆节、中秋节', '10-01', '10-08'],
      ]),
      makeUpWorkdays: datesOf(2025, ['01-26', '02-08', '04-27', '09-28', '10-11']),
    },
    {
      year: 2026,
      status: 'published',
      source: '国办发明电〔2025〕7号',
      holidays: holidaysOf(2026, [
        ['元旦', '01-01', '01-03'],
        ['春节', '02-15', '02-23'],
        ['清明节', '04-04', '04-06'],
        ['劳动节', '05-01', '05-05'],
        ['端午节', '06-19', '06-21'],
        ['中秋节', '09-25', '09-27'],
        ['国庆节', '10-01', '10-07'],
      ]),
      makeUpWorkdays: datesOf(2026, ['01-04', '02-14', '02-28', '05-09', '09-20', '10-10']),
    },
    {
      year: 2027,
      status: 'provisional',
      source: '全国年节及纪念日放假办法（2024年修订）第二条',
      // The new moon of the Spring Festival is at 23:56 on 6 February in Beijing, so the eve is on the 5th.
      holidays: holidaysOf(2027, [
        ['元旦', '01-01'],
        ['春节', '02-05', '02-08'],
        ['清明节', '04-05'],
        ['劳动节', '05-01', '05-02'],
        ['端午节', '06-09'],
        ['中秋节', '09-15'],
        ['国庆节', '10-01', '10-03'],
      ]),
      makeUpWorkdays: [],
    },
  ],
};
