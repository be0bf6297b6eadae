package org.rollcall.server.api;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.rollcall.app.SyncPlan;
import org.rollcall.json.PlanDocument;
import org.rollcall.review.ReviewedPlan;
import org.rollcall.store.SqlPlans;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Plans that wait for a person's approval, by the digest of all that they say.
record KeptPlans(SqlPlans plans) {
  /// A plan and its digest.
  record Kept(String digest, ReviewedPlan plan) {}

  /// Keeps a plan.
  Kept put(SyncPlan made) {
    var document = PlanDocument.of(made);
    var bytes = Answer.bytes(document);
    var digest = Answer.digest(bytes);
    plans.put(made.sync(), digest, new String(bytes, StandardCharsets.UTF_8));
    return new Kept(digest, new ReviewedPlan(made.settings(), made.sheet()));
  }

  /// The plan that the path names.
  ///
  /// @throws io.javalin.http.HttpResponseException when there is none, or none any more
  Kept find(Asked asked) {
    var digest = asked.context().pathParam("digest");
    return plans
        .find(digest)
        .flatMap(KeptPlans::read)
        .map(plan -> new Kept(digest, plan))
        .orElseThrow(() ->
            Refusal.missing(
                "There is no plan of that digest, or none any more: plans are kept for a week. Make a new one."));
  }

  private static Optional<ReviewedPlan> read(String document) {
    try {
      return PlanDocument.read(JsonMapper.shared().readTree(document));
    } catch (JacksonException _) {
      return Optional.empty();
    }
  }
}
