namespace PsciSample;

/// <summary>What a function of PSCI answers: 0 or flags on success, a negative number on failure.</summary>
internal enum PsciStatus
{
    /// <summary><c>PSCI_NOT_SUPPORTED</c></summary>
    NotSupported = -1,

    /// <summary><c>PSCI_SUCCESS</c></summary>
    Success = 0,
}
