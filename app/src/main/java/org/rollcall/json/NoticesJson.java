package org.rollcall.json;

import java.util.List;
import org.rollcall.model.Privacy;
import org.rollcall.plan.NoticeRecord;
import org.rollcall.review.JournaledRun;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What a run noticed, for programs.
public record NoticesJson(Privacy privacy) {
  public ObjectNode of(JournaledRun run, List<NoticeRecord> notices) {
    var root =
        JsonNodeFactory.instance.objectNode().put("run", run.run()).put("sync", run.sync().value());
    var list = root.putArray("notices");
    notices.forEach(notice -> list.add(of(notice)));
    return root;
  }

  /// One notice.
  public ObjectNode of(NoticeRecord notice) {
    var node =
        JsonNodeFactory.instance
            .objectNode()
            .put("kind", notice.kind())
            .put("gist", notice.gist())
            .put("text", notice.sentence(privacy));
    var members = node.putArray("members");
    notice.members().forEach(member -> members.add(member.value()));
    return node;
  }
}
