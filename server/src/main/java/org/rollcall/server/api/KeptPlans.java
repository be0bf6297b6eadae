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
public record KeptPlans(SqlPlans plans) {
  /// A plan and its digest.
  public record Kept(String digest, ReviewedPlan plan) {}

  /// Keeps a plan.
  public Kept put(SyncPlan made) {
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
    return find(asked.context().pathParam("digest"))
        .orElseThrow(() ->
            Refusal.missing(
                "There is no plan of that digest, or none any more: plans are kept for a week. Make a new one."));
  }

  /// The plan of a digest; empty where there is none, or none any more.
  public Optional<Kept> find(String digest) {
    return plans.find(digest).flatMap(KeptPlans::read).map(plan -> new Kept(digest, plan));
  }

  private static Optional<ReviewedPlan> read(String document) {
    try {
      return PlanDocument.read(JsonMapper.shared().readTree(document));
    } catch (JacksonException _) {
      return Optional.empty();
    }
  }
}
