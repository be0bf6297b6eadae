package org.rollcall.acceptance;

import org.rollcall.acceptance.Stage.Ran;

/// A way in to the roster.
enum Way {
  REST {
    @Override
    Ran run(Stage stage, String... arguments) {
      return stage.rollcall(arguments);
    }

    @Override
    Ran runAs(String role, Stage stage, String... arguments) {
      return run(stage, arguments);
    }
  },
  POSTGRES {
    @Override
    Ran run(Stage stage, String... arguments) {
      return stage.rollcallOverPostgres(arguments);
    }

    @Override
    Ran runAs(String role, Stage stage, String... arguments) {
      return stage.rollcallOverPostgresAs(role, arguments);
    }
  };

  abstract Ran run(Stage stage, String... arguments);

  /// The same as a role of the database, where the way in has one of its own to log in with.
  abstract Ran runAs(String role, Stage stage, String... arguments);
}
