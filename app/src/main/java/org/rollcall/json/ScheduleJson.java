package org.rollcall.json;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.rollcall.app.Timetable;
import org.rollcall.schedule.NextRun;
import org.rollcall.schedule.Schedule;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The next runs of each sync, for programs. Names here never change their meaning.
public final class ScheduleJson {
  private ScheduleJson() {}

  public static ObjectNode of(List<Timetable> timetables) {
    var root = JsonNodeFactory.instance.objectNode();
    var syncs = root.putArray("syncs");
    timetables.forEach(each -> put(each, syncs.addObject()));
    return root;
  }

  private static void put(Timetable timetable, ObjectNode node) {
    node.put("sync", timetable.sync().value());
    var rules = node.putArray("schedule");
    timetable.schedule().ifPresent(schedule -> put(schedule, rules));
    node.put("paused", timetable.pause().isPresent());
    timetable.pause().ifPresent(pause -> PauseJson.put(pause, node.putObject("pause")));
    var next = node.putArray("next");
    timetable.next().forEach(run -> next.add(of(run)));
  }

  private static void put(Schedule schedule, ArrayNode rules) {
    schedule
        .crons()
        .forEach(
            cron -> rules.addObject().put("cron", cron.text()).put("zone", cron.zone().getId()));
    schedule
        .after()
        .ifPresent(after ->
            rules
                .addObject()
                .put("after", after.newest().called())
                .put("not_before", after.notBefore().toString())
                .put("at_latest", after.atLatest().toString())
                .put("zone", after.zone().getId()));
  }

  /// One run to come.
  public static ObjectNode of(NextRun run) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("earliest", run.earliest().toString())
        .put("latest", run.latest().toString())
        .put("zone", run.zone().getId())
        .put("earliest_local", local(run.earliest(), run.zone()))
        .put("latest_local", local(run.latest(), run.zone()));
  }

  private static String local(Instant moment, ZoneId zone) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(moment.atZone(zone));
  }
}
