using System.Collections.Generic;
using System.Management.Automation;
using ClovaOcr.Cards;

namespace ClovaOcr.PowerShell.Errors;

/// <summary>Turns the library's exception into PowerShell's error record; the one place that does.</summary>
internal static class ErrorRecords
{
    private static readonly Dictionary<ClovaOcrErrorKind, ErrorCategory> Categories = new()
    {
        [ClovaOcrErrorKind.NotConnected] = ErrorCategory.ConnectionError,
        [ClovaOcrErrorKind.InvalidUrl] = ErrorCategory.InvalidArgument,
        [ClovaOcrErrorKind.InvalidProxy] = ErrorCategory.InvalidArgument,
        [ClovaOcrErrorKind.InvalidHeader] = ErrorCategory.InvalidArgument,
        [ClovaOcrErrorKind.InvalidSecret] = ErrorCategory.AuthenticationError,
        [ClovaOcrErrorKind.InvalidShard] = ErrorCategory.InvalidArgument,
        [ClovaOcrErrorKind.InvalidRequest] = ErrorCategory.InvalidData,
        [ClovaOcrErrorKind.UnsupportedProtocolVersion] = ErrorCategory.NotImplemented,
        [ClovaOcrErrorKind.InvalidDomain] = ErrorCategory.InvalidArgument,
        [ClovaOcrErrorKind.QuotaExceeded] = ErrorCategory.QuotaExceeded,
        [ClovaOcrErrorKind.TooManyCalls] = ErrorCategory.LimitsExceeded,
        [ClovaOcrErrorKind.ServiceFault] = ErrorCategory.ResourceUnavailable,
        [ClovaOcrErrorKind.NotDeployed] = ErrorCategory.InvalidArgument,
        [ClovaOcrErrorKind.ServiceRefused] = ErrorCategory.InvalidResult,
        [ClovaOcrErrorKind.GatewayFailure] = ErrorCategory.ResourceUnavailable,
        [ClovaOcrErrorKind.UnexpectedResponse] = ErrorCategory.ProtocolError,
        [ClovaOcrErrorKind.ResponseTooLarge] = ErrorCategory.LimitsExceeded,
        [ClovaOcrErrorKind.ConnectionFailed] = ErrorCategory.ConnectionError,
        [ClovaOcrErrorKind.TimedOut] = ErrorCategory.OperationTimeout,
        [ClovaOcrErrorKind.FileNotFound] = ErrorCategory.ObjectNotFound,
        [ClovaOcrErrorKind.FileUnreadable] = ErrorCategory.ReadError,
        [ClovaOcrErrorKind.FileEmpty] = ErrorCategory.InvalidData,
        [ClovaOcrErrorKind.FileTooLarge] = ErrorCategory.LimitsExceeded,
        [ClovaOcrErrorKind.UnsupportedFormat] = ErrorCategory.InvalidData,
        [ClovaOcrErrorKind.CorruptImage] = ErrorCategory.InvalidData,
        [ClovaOcrErrorKind.MaskingUnsupported] = ErrorCategory.NotImplemented,
        [ClovaOcrErrorKind.NumberNotLocated] = ErrorCategory.InvalidData,
        [ClovaOcrErrorKind.FieldNotLocated] = ErrorCategory.InvalidData,
        [ClovaOcrErrorKind.WrongCardType] = ErrorCategory.InvalidType,
        [ClovaOcrErrorKind.QrCodeNotLocated] = ErrorCategory.SecurityError,
        [ClovaOcrErrorKind.ImageChanged] = ErrorCategory.InvalidData,
        [ClovaOcrErrorKind.ImageSizeMismatch] = ErrorCategory.InvalidData,
        [ClovaOcrErrorKind.MaskNotProved] = ErrorCategory.SecurityError,
        [ClovaOcrErrorKind.DestinationExists] = ErrorCategory.ResourceExists,
        [ClovaOcrErrorKind.DestinationIsSource] = ErrorCategory.InvalidOperation,
        [ClovaOcrErrorKind.DestinationConflict] = ErrorCategory.InvalidOperation,
        [ClovaOcrErrorKind.DestinationUnwritable] = ErrorCategory.WriteError,
        [ClovaOcrErrorKind.InternalError] = ErrorCategory.NotSpecified,
        [ClovaOcrErrorKind.InvalidCard] = ErrorCategory.InvalidArgument,
        [ClovaOcrErrorKind.UnknownVisaCode] = ErrorCategory.ObjectNotFound,
        [ClovaOcrErrorKind.JournalUnreadable] = ErrorCategory.ReadError,
        [ClovaOcrErrorKind.JournalLocked] = ErrorCategory.ResourceBusy,
        [ClovaOcrErrorKind.JournalWrongSecret] = ErrorCategory.AuthenticationError,
        [ClovaOcrErrorKind.JournalDamaged] = ErrorCategory.InvalidData,
        [ClovaOcrErrorKind.JournalTorn] = ErrorCategory.InvalidData,
        [ClovaOcrErrorKind.JournalUnwritable] = ErrorCategory.WriteError,
    };

    /// <summary>The record: ErrorId from the kind, the file as target.</summary>
    public static ErrorRecord Create(ClovaOcrException exception)
    {
        var record = new ErrorRecord(exception, exception.Kind.ToString(), Categories[exception.Kind], exception.FilePath);

        // PowerShell prints the category's target in error views and transcripts; a file's name may hold a number.
        if (exception.FilePath is { } path) record.CategoryInfo.TargetName = ShownText.Of(path);
        return record;
    }
}
