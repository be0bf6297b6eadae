// Charts of the last 90 days. Their figures stand in the page.
document.querySelectorAll("[data-series]").forEach((box) => {
  const series = JSON.parse(box.dataset.series);
  const style = getComputedStyle(document.documentElement);
  const ink = (name) => style.getPropertyValue(`--${name}`).trim();
  const lines = {
    members: [["created", "good"], ["updated", "change"], ["archived", "warning"], ["failed", "bad"]],
    minutes: [["minutes", "change"]],
    calls: [["share", "change"]],
  };
  box.querySelectorAll("[data-plot]").forEach((figure) => {
    const wanted = lines[figure.dataset.plot];
    const axis = () => ({ stroke: ink("faint"), grid: { stroke: ink("line") }, ticks: { stroke: ink("line") } });
    const options = {
      width: figure.clientWidth, height: 220,
      scales: { x: { range: () => [series.from, series.to] }, y: { range: (_, low, high) => [0, Math.max(high, 1)] } },
      axes: [axis(), axis()],
      series: [{}, ...wanted.map(([name, color]) => ({ label: name, stroke: ink(color), width: 2, points: { show: series.time.length < 30, size: 5 } }))],
    };
    const plot = new uPlot(options, [series.time, ...wanted.map(([name]) => series[name])], figure);
    addEventListener("resize", () => plot.setSize({ width: figure.clientWidth, height: 220 }));
  });
});
