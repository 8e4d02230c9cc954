// Shows <time datetime="…"> in the viewer's zone; its title tells UTC.
const DAY = new Intl.DateTimeFormat(undefined, { dateStyle: "medium" });
const CLOCK = new Intl.DateTimeFormat(undefined, { timeStyle: "medium" });

function localText(moment) {
	const day = DAY.format(moment);
	return day === DAY.format(new Date()) ? CLOCK.format(moment) : `${day}, ${CLOCK.format(moment)}`;
}

/** Turns all times below an element into local ones. */
export function showTimes(root) {
	for (const time of root.querySelectorAll("time[datetime]")) {
		const moment = new Date(time.dateTime);
		if (!time.title && !Number.isNaN(moment.getTime())) {
			time.title = time.textContent.trim();
			time.textContent = localText(moment);
		}
	}
}
