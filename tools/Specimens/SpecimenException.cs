using System;

namespace Specimens;

/// <summary>Why nothing can be drawn; the message says what to do about it.</summary>
internal sealed class SpecimenException(string message) : Exception(message);
