// Times are told in the reader's zone; without this they are told in UTC.
const day = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "short" });
const local = (root) => root.querySelectorAll("time[datetime]:not([title])").forEach((time) => {
  const moment = new Date(time.dateTime);
  if (!Number.isNaN(moment.getTime())) {
    time.title = time.textContent;
    time.textContent = day.format(moment);
  }
});
document.addEventListener("DOMContentLoaded", () => local(document));
document.addEventListener("htmx:afterSettle", (event) => local(event.target));
document.addEventListener("htmx:sseMessage", (event) => local(event.target));
