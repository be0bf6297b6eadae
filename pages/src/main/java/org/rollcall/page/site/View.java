package org.rollcall.page.site;

/// What one kind of page shows.
public sealed interface View
    permits OverviewView,
        SyncView,
        RunView,
        PlanView,
        MemberView,
        SearchView,
        TableView,
        LoginView,
        MessageView,
        SetupView,
        DoctorView {
  /// The name of its template.
  String template();
}
