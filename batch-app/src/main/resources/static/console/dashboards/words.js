// What the script itself says, in the page's language.
const WORDS = {
	en: {
		empty: "Nothing in these days.",
		again: "Try again",
		unreachable: "The server does not answer. Is it running?",
		loggedOut: "You are logged out. Load the page anew.",
		before: (value) => `before: ${value}`,
		build: (mart, id, time) => `${mart}: build ${id}, ${time}`,
		cut: (rows) => `The first ${rows} rows; there are more.`,
		ofFirst: "of the first",
		hour: "h",
		minute: "min",
		second: "s",
	},
	ru: {
		empty: "За эти дни ничего нет.",
		again: "Повторить",
		unreachable: "Сервер не отвечает. Запущен ли он?",
		loggedOut: "Вы вышли из системы. Обновите страницу.",
		before: (value) => `ранее: ${value}`,
		build: (mart, id, time) => `${mart}: сборка ${id}, ${time}`,
		cut: (rows) => `Первые строки, ${rows}; есть и другие.`,
		ofFirst: "от первого",
		hour: "ч",
		minute: "мин",
		second: "с",
	},
};

export const language = document.querySelector("main").lang === "ru" ? "ru" : "en";

export const words = WORDS[language];
