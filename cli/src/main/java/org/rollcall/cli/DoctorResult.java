package org.rollcall.cli;

import java.util.List;
import org.rollcall.doctor.Diagnosis;
import org.rollcall.doctor.Finding;

/// What the doctor found in one sync.
///
/// @param after how it is now
/// @param repaired what was put right before
record DoctorResult(Diagnosis after, List<Finding> repaired) {}
