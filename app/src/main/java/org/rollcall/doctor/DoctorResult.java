package org.rollcall.doctor;

import java.util.List;

/// What the doctor found in one sync.
///
/// @param after what is found now
/// @param repaired what was repaired before that
public record DoctorResult(Diagnosis after, List<Finding> repaired) {}
