package org.rollcall.plan;

import org.rollcall.model.Contact;

/// A contact and its place in the [ContactIndex].
record Placed(int place, Contact contact) {}
