namespace ClovaOcr;

/// <summary>What went wrong. The names are the ErrorIds of the commands and stay as they are.</summary>
public enum ClovaOcrErrorKind
{
    /// <summary>No connection was set up.</summary>
    NotConnected,

    /// <summary>The invoke URL is not one, or the service does not know it (0001).</summary>
    InvalidUrl,

    /// <summary>The proxy's address is not one.</summary>
    InvalidProxy,

    /// <summary>A header that was given for each call cannot be sent.</summary>
    InvalidHeader,

    /// <summary>The secret cannot be one, or the service does not accept it (0002).</summary>
    InvalidSecret,

    /// <summary>There is no such share of the pictures.</summary>
    InvalidShard,

    /// <summary>The service does not accept the request for this picture (0011).</summary>
    InvalidRequest,

    /// <summary>The service does not speak the protocol version any longer (0021).</summary>
    UnsupportedProtocolVersion,

    /// <summary>The domain of the invoke URL is not one for ID cards (0022).</summary>
    InvalidDomain,

    /// <summary>The domain's number of calls is used up (0023).</summary>
    QuotaExceeded,

    /// <summary>Too many calls at the same time for the domain (0025), or a gateway's 429.</summary>
    TooManyCalls,

    /// <summary>The service failed inside (0500, 0501, or another of its codes with an HTTP status of 500 or more).</summary>
    ServiceFault,

    /// <summary>The service has nothing deployed behind the URL (1021).</summary>
    NotDeployed,

    /// <summary>The service refused with a code that this version does not know.</summary>
    ServiceRefused,

    /// <summary>A gateway or proxy before the service answered in its place.</summary>
    GatewayFailure,

    /// <summary>HTTP 200 with a body that is not an answer of the service to this request.</summary>
    UnexpectedResponse,

    /// <summary>The answer is larger than any answer of the service is.</summary>
    ResponseTooLarge,

    /// <summary>No connection to the host, or a connection lost on the way.</summary>
    ConnectionFailed,

    /// <summary>No whole answer in the time given.</summary>
    TimedOut,

    /// <summary>No such file.</summary>
    FileNotFound,

    /// <summary>The file is there but cannot be read.</summary>
    FileUnreadable,

    /// <summary>The file has no bytes.</summary>
    FileEmpty,

    /// <summary>The file is larger than the limit.</summary>
    FileTooLarge,

    /// <summary>The bytes are not a JPEG, PNG, TIFF or PDF.</summary>
    UnsupportedFormat,

    /// <summary>The bytes begin like a picture but cannot be decoded.</summary>
    CorruptImage,

    /// <summary>A picture of this kind cannot be masked so that the result can be proved.</summary>
    MaskingUnsupported,

    /// <summary>The card has no usable box around its number, so there is nothing sure to cover.</summary>
    NumberNotLocated,

    /// <summary>A field that is to be covered has no usable box.</summary>
    FieldNotLocated,

    /// <summary>Another kind of card than the one that the command masks.</summary>
    WrongCardType,

    /// <summary>The card may carry a QR code that holds the number, and it was not located.</summary>
    QrCodeNotLocated,

    /// <summary>The file is no longer the one that was read.</summary>
    ImageChanged,

    /// <summary>The picture's shape is not that of the picture that the areas belong to.</summary>
    ImageSizeMismatch,

    /// <summary>The masked copy did not pass its check, and was not written.</summary>
    MaskNotProved,

    /// <summary>There is a file of that name, and <c>-Force</c> was not given.</summary>
    DestinationExists,

    /// <summary>The destination is the source itself or a copy of it.</summary>
    DestinationIsSource,

    /// <summary>Two sources of one run would be written to the same file.</summary>
    DestinationConflict,

    /// <summary>The destination cannot be written.</summary>
    DestinationUnwritable,

    /// <summary>A fault of this module.</summary>
    InternalError,

    /// <summary>The object is not a card, or lacks what the command needs of it.</summary>
    InvalidCard,

    /// <summary>No status of stay has the code.</summary>
    UnknownVisaCode,

    /// <summary>The journal is not there, cannot be read, or is none.</summary>
    JournalUnreadable,

    /// <summary>Another run writes to the journal.</summary>
    JournalLocked,

    /// <summary>The journal was written with another secret.</summary>
    JournalWrongSecret,

    /// <summary>A stretch of the journal cannot be read; the message names its place.</summary>
    JournalDamaged,

    /// <summary>The journal's last record was not finished.</summary>
    JournalTorn,

    /// <summary>The journal cannot be written, so nothing more may be paid for.</summary>
    JournalUnwritable,
}
