/**
 * Writes a calendar day by a pattern of yyyy, yy, MM and dd.
 *
 * @param day ISO date, or '' which stays ''
 * @example writeDate('2026-10-31', 'dd/MM/yy') // "31/10/26"
 */
export function writeDate(day: string, pattern: string): string {
  if (day === '') return '';
  const [year = '', month = '', date = ''] = day.slice(0, 10).split('-');
  return pattern.replace(/yyyy|yy|MM|dd/g, (token) => {
    if (token === 'yyyy') return year;
    if (token === 'yy') return year.slice(-2);
    return token === 'MM' ? month : date;
  });
}
