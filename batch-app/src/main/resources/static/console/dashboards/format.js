// Writes values for people, by a column's format.
import { language, words } from "./words.js";

const numbers = (options) => new Intl.NumberFormat(language, options);
const days = (options) => new Intl.DateTimeFormat(language, { timeZone: "UTC", ...options });

const WHOLE = numbers({ maximumFractionDigits: 0 });
const DECIMAL = numbers({ minimumFractionDigits: 2, maximumFractionDigits: 2 });
const RATE = numbers({ minimumFractionDigits: 4, maximumFractionDigits: 4 });
const MONEY = numbers({ style: "currency", currency: "USD", currencyDisplay: "narrowSymbol" });
const WHOLE_MONEY = numbers({
	style: "currency", currency: "USD", currencyDisplay: "narrowSymbol", maximumFractionDigits: 0,
});
const PERCENT = numbers({ style: "percent", minimumFractionDigits: 1, maximumFractionDigits: 1 });
const SMALL_PERCENT = numbers({ style: "percent", maximumSignificantDigits: 2 });
const CHANGE = numbers({ style: "percent", maximumFractionDigits: 1, signDisplay: "exceptZero" });
const SHORT = numbers({ notation: "compact", maximumSignificantDigits: 3 });
const SHORT_MONEY = numbers({
	style: "currency", currency: "USD", currencyDisplay: "narrowSymbol", notation: "compact", maximumSignificantDigits: 3,
});
const SHORT_PERCENT = numbers({ style: "percent", maximumFractionDigits: 1 });
const DAY = days({ day: "numeric", month: "short", year: "numeric" });
const LONG_DAY = days({ weekday: "short", day: "numeric", month: "short", year: "numeric" });
const SHORT_DAY = days({ day: "numeric", month: "short" });
const TIME = new Intl.DateTimeFormat(language, { dateStyle: "medium", timeStyle: "short" });
const AGE = new Intl.RelativeTimeFormat(language, { numeric: "auto", style: "short" });

function seconds(value) {
	const whole = Math.round(value);
	if (whole >= 3600) {
		const minutes = Math.round(whole / 60);
		return `${WHOLE.format(Math.floor(minutes / 60))} ${words.hour} ${String(minutes % 60).padStart(2, "0")} ${words.minute}`;
	}
	return whole < 60 ? `${whole} ${words.second}`
		: `${Math.floor(whole / 60)} ${words.minute} ${String(whole % 60).padStart(2, "0")} ${words.second}`;
}

function percent(value) {
	return value !== 0 && Math.abs(value) < 0.01 ? SMALL_PERCENT.format(value) : PERCENT.format(value);
}

const FULL = {
	text: String,
	date: (value) => DAY.format(new Date(`${value}T00:00:00Z`)),
	time: (value) => TIME.format(new Date(`${value.replace(" ", "T")}Z`)),
	integer: (value) => WHOLE.format(value),
	decimal: (value) => DECIMAL.format(value),
	rate: (value) => RATE.format(value),
	money: (value) => MONEY.format(value),
	percent,
	seconds,
};

const AXIS = {
	...FULL,
	date: (value) => SHORT_DAY.format(new Date(`${value}T00:00:00Z`)),
	integer: (value) => SHORT.format(value),
	decimal: (value) => SHORT.format(value),
	money: (value) => SHORT_MONEY.format(value),
	percent: (value) => SHORT_PERCENT.format(value),
};

/** A value in full; a dash for none. */
export function full(format, value) {
	return value === null || value === undefined ? "–" : FULL[format](value);
}

/** A value in short, for an axis. */
export function short(format, value) {
	return value === null || value === undefined ? "" : AXIS[format](value);
}

/** A value in a table's cell: of this year's days the year does not matter. */
export function cell(format, value, today) {
	return format === "date" && value?.slice(0, 4) === today.slice(0, 4) ? AXIS.date(value) : full(format, value);
}

/** A value in large: of much money the cents do not matter. */
export function large(format, value) {
	return format === "money" && Math.abs(value) >= 10000 ? WHOLE_MONEY.format(value) : full(format, value);
}

/** A day with its weekday. */
export function longDay(value) {
	return LONG_DAY.format(new Date(`${value}T00:00:00Z`));
}

/** How much a figure has changed: as a share, or how many times it is as large; null where nothing was before. */
export function change(value, before) {
	if (!before) {
		return null;
	}
	const share = (value - before) / Math.abs(before);
	return share > 9 ? `×${WHOLE.format(value / before)}` : CHANGE.format(share);
}

/** How long ago a moment was. */
export function age(moment) {
	const minutes = Math.round((moment - Date.now()) / 60000);
	if (Math.abs(minutes) < 60) {
		return AGE.format(minutes, "minute");
	}
	const hours = Math.round(minutes / 60);
	return Math.abs(hours) < 48 ? AGE.format(hours, "hour") : AGE.format(Math.round(hours / 24), "day");
}

/** A moment in the viewer's zone. */
export function time(moment) {
	return TIME.format(moment);
}

export function isMeasure(format) {
	return format !== "text" && format !== "date" && format !== "time";
}
