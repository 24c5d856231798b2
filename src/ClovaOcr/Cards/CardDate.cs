using System;
using System.Globalization;
using System.Text.RegularExpressions;

namespace ClovaOcr.Cards;

/// <summary>
/// A calendar date without time, printed as <c>2019-05-17</c> in every culture, which converts from and to <see cref="DateTime"/> and
/// from text, so that PowerShell compares it with either on either side. It is a class of its own because <c>Export-Csv</c> prints a
/// <see cref="DateTime"/> by the culture of whoever runs it.
/// </summary>
public readonly struct CardDate : IEquatable<CardDate>, IComparable<CardDate>, IComparable, IFormattable
{
    // No blank can be taken in two ways, so that a million of them take no longer than they are many.
    private static readonly Regex Written = new(
        @"^\s*(\d{4})(?=[-./년\s])\s*(?:[-./년]\s*)?(\d{1,2})(?=[-./월\s])\s*(?:[-./월]\s*)?(\d{1,2})\s*(?:[.일]\s*)?$", RegexOptions.CultureInvariant);

    private readonly DateTime _date;

    /// <summary>Makes a date from its parts.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such day.</exception>
    public CardDate(int year, int month, int day) => _date = new DateTime(year, month, day);

    private CardDate(DateTime date) => _date = date.Date;

    /// <summary>The year, four digits.</summary>
    public int Year => _date.Year;

    /// <summary>The month, 1 to 12.</summary>
    public int Month => _date.Month;

    /// <summary>The day of the month, 1 to 31.</summary>
    public int Day => _date.Day;

    /// <summary>The date of a moment, as its own clock shows it.</summary>
    public static implicit operator CardDate(DateTime moment) => new(moment);

    /// <summary>The midnight at which the date begins, of no particular time zone.</summary>
    public static implicit operator DateTime(CardDate date) => date._date;

    /// <inheritdoc/>
    public static bool operator ==(CardDate left, CardDate right) => left.Equals(right);

    /// <inheritdoc/>
    public static bool operator !=(CardDate left, CardDate right) => !left.Equals(right);

    /// <inheritdoc/>
    public static bool operator <(CardDate left, CardDate right) => left.CompareTo(right) < 0;

    /// <inheritdoc/>
    public static bool operator >(CardDate left, CardDate right) => left.CompareTo(right) > 0;

    /// <inheritdoc/>
    public static bool operator <=(CardDate left, CardDate right) => left.CompareTo(right) <= 0;

    /// <inheritdoc/>
    public static bool operator >=(CardDate left, CardDate right) => left.CompareTo(right) >= 0;

    /// <summary>Reads a date of the form year, month, day with any of the usual separators.</summary>
    /// <exception cref="FormatException">The text is not such a date. The message does not repeat it.</exception>
    public static CardDate Parse(string text) =>
        TryParse(text, out var date) ? date : throw new FormatException("Not a date of the form 2019-05-17.");

    /// <summary>Reads a date of the form year, month, day with any of the usual separators.</summary>
    public static bool TryParse(string? text, out CardDate date)
    {
        var match = Written.Match(text ?? "");
        date = default;
        return match.Success && TryCreate(match.Groups[1].Value, match.Groups[2].Value, match.Groups[3].Value, out date);
    }

    /// <summary>Makes a date from its parts as the service gives them, texts of digits.</summary>
    public static bool TryCreate(string? year, string? month, string? day, out CardDate date)
    {
        date = default;
        if (!TryNumber(year, out var y) || !TryNumber(month, out var m) || !TryNumber(day, out var d)) return false;
        if (y is < 1 or > 9999 || m is < 1 or > 12 || d < 1 || d > DateTime.DaysInMonth(y, m)) return false;
        date = new CardDate(y, m, d);
        return true;
    }

    /// <inheritdoc/>
    public int CompareTo(CardDate other) => _date.CompareTo(other._date);

    /// <inheritdoc/>
    public int CompareTo(object? obj) => obj switch
    {
        null => 1,
        CardDate date => CompareTo(date),
        DateTime moment => _date.CompareTo(moment),
        _ => throw new ArgumentException("A date compares with a date.", nameof(obj)),
    };

    /// <inheritdoc/>
    public bool Equals(CardDate other) => _date == other._date;

    /// <summary>
    /// Whether it is the same day. A text or a moment is compared as its date: where PowerShell's language is constrained it does not convert
    /// them before it asks, and would otherwise say that the day is another one.
    /// </summary>
    public override bool Equals(object? obj) => obj switch
    {
        CardDate other => Equals(other),
        DateTime moment => Equals((CardDate)moment),
        string text => TryParse(text, out var date) && Equals(date),
        _ => false,
    };

    /// <inheritdoc/>
    public override int GetHashCode() => _date.GetHashCode();

    /// <summary>The date as <c>2019-05-17</c>.</summary>
    public override string ToString() => _date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The date as <c>2019-05-17</c>, or in a format of <see cref="DateTime"/> if one is given.</summary>
    public string ToString(string? format, IFormatProvider? formatProvider) =>
        string.IsNullOrEmpty(format) ? ToString() : _date.ToString(format, formatProvider);

    private static bool TryNumber(string? digits, out int number) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
