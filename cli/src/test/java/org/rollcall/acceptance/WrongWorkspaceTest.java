package org.rollcall.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.sandbox.Behaviour;
import org.rollcall.sandbox.ContactState;
import org.rollcall.sandbox.SandboxServer;

/// Nights after which the token opens another workspace at the same Intercom, or the workspace has
/// lost its contacts.
@Tag("slow")
class WrongWorkspaceTest {
  private static final int MEMBERS = 80;

  @TempDir private Path folder;
  private TwoWorkspaces stage;

  @BeforeEach
  void open() throws Exception {
    stage = new TwoWorkspaces(MEMBERS, folder, Behaviour.DEFAULT);
    stage.write("rollcall.yaml", stage.settings(""));
  }

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void a_token_of_another_workspace_is_refused_until_that_is_accepted() {
    assertThat(stage.rollcall(stage.a, "sync").code()).isZero();
    int port = stage.a.server().uri().getPort();
    stage.a.server().close();
    try (var _ = SandboxServer.start(stage.b.intercom(), port, Duration.ZERO)) {
      var refused = rollcall("sync");
      assertThat(refused.code()).isEqualTo(4);
      assertThat(refused.out() + refused.err())
          .contains("opens workspace workspace-b (Club workspace-b)")
          .contains("wrote to workspace workspace-a (Club workspace-a)")
          .contains("--accept-workspace workspace-b");
      assertThat(rollcall("plan").code()).isEqualTo(4);
      var doctor = rollcall("doctor");
      assertThat(doctor.out()).contains("wrote to workspace workspace-a");
      assertThat(rollcall("sync", "--accept-workspace", "workspace-a").code()).isEqualTo(4);
      assertThat(stage.b.world().contacts()).isEmpty();
      assertThat(rollcall("sync", "--accept-workspace", "workspace-b").code()).isZero();
      assertThat(stage.b.world().contacts()).hasSize(MEMBERS);
      assertThat(rollcall("sync").code()).isZero();
    }
  }

  @Test
  void the_settings_may_name_the_new_workspace() throws Exception {
    assertThat(stage.rollcall(stage.a, "sync").code()).isZero();
    int port = stage.a.server().uri().getPort();
    stage.a.server().close();
    try (var _ = SandboxServer.start(stage.b.intercom(), port, Duration.ZERO)) {
      stage.write(
          "rollcall.yaml",
          stage.settings("").replaceFirst("(?m)^ {2}workspace: .*$", "  workspace: workspace-b"));
      assertThat(rollcall("sync").code()).isZero();
    }
  }

  @Test
  void a_workspace_that_lost_its_contacts_is_not_filled_anew() {
    assertThat(stage.rollcall(stage.a, "sync").code()).isZero();
    for (var contact : stage.a.world().contacts()) {
      stage.a.world().put(contact.with(new ContactState.Archived()));
    }
    long before = stage.a.writes();
    var refused = stage.rollcall(stage.a, "sync");
    assertThat(refused.code()).isEqualTo(4);
    assertThat(refused.out() + refused.err()).contains("Intercom lists 0 users, compared with 80");
    assertThat(stage.a.writes()).isEqualTo(before);
    assertThat(stage.rollcall(stage.a, "sync", "--force").code()).isZero();
    assertThat(stage.rollcall(stage.a, "sync").code()).isZero();
  }

  private TwoWorkspaces.Ran rollcall(String... arguments) {
    Map<String, String> environment = new HashMap<>(stage.environment(stage.a));
    environment.put("INTERCOM_ACCESS_TOKEN", stage.b.id());
    return stage.rollcall(environment, folder, arguments);
  }
}
