package org.rollcall.cli;

import java.util.List;
import org.rollcall.doctor.Diagnosis;
import org.rollcall.doctor.Finding;

/// What the doctor found in one sync.
///
/// @param after what is found now
/// @param repaired what was repaired before that
record DoctorResult(Diagnosis after, List<Finding> repaired) {}
