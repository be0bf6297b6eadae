const words = document.getElementById("words");
if (words) {
  const members = [...document.getElementById("members").children];
  const texts = members.map((member) => member.textContent.toLowerCase());
  const found = document.getElementById("found");
  const search = () => {
    const wanted = words.value.toLowerCase().split(/\s+/).filter(Boolean);
    let count = 0;
    members.forEach((member, at) => {
      const fits = wanted.every((word) => texts[at].includes(word));
      member.hidden = !fits;
      count += fits ? 1 : 0;
    });
    found.value = `${count} of ${members.length}`;
  };
  // What is searched for stands in the address, so that it can be sent to somebody.
  const read = () => {
    words.value = decodeURIComponent(location.hash.slice(1));
    search();
  };
  words.closest("p").hidden = false;
  words.addEventListener("input", search);
  words.addEventListener("change", () => { location.hash = encodeURIComponent(words.value); });
  addEventListener("hashchange", read);
  read();
}
