/** Identity-card numbers: which strings of digits can be one (GB 11643—1999 and the old form), and bank cards. */

/** First two digits of the code of a province, GB/T 2260. */
const provinces = /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|81|82|83)/u;

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const checks = '10X98765432';

function isDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** 18 characters: place, day of birth, order, and a check character that must be right. */
export function isIdentityNumber(text: string): boolean {
  if (!/^\d{17}[\dXx]$/u.test(text) || !provinces.test(text)) return false;
  const year = Number(text.slice(6, 10));
  if (year < 1880 || year > 2099) return false;
  if (!isDay(year, Number(text.slice(10, 12)), Number(text.slice(12, 14)))) return false;
  const sum = weights.reduce((total, weight, at) => total + weight * Number(text[at]), 0);
  return checks[sum % 11] === text[17]?.toUpperCase();
}

/** 15 digits, as issued until 1999: place, day of birth with a year of two digits, order. */
export function isOldIdentityNumber(text: string): boolean {
  return (
    /^\d{15}$/u.test(text) &&
    provinces.test(text) &&
    isDay(1900 + Number(text.slice(6, 8)), Number(text.slice(8, 10)), Number(text.slice(10, 12)))
  );
}

/** 13 to 19 digits whose last is right by Luhn's rule. */
export function isCardNumber(text: string): boolean {
  if (!/^[1-9]\d{12,18}$/u.test(text)) return false;
  const sum = [...text].reverse().reduce((total, digit, at) => {
    const value = Number(digit) * (at % 2 === 1 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}
